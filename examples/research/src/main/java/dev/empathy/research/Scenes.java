package dev.empathy.research;

import dev.empathy.Message;
import dev.empathy.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages of rows. */
final class Scenes {

  private final DataSet data;

  /** For each value of the field that tells what belongs together, the rows, in order. */
  private final Map<String, List<Item>> together = new HashMap<>();

  /** The place of each row among those it belongs to. */
  private final Map<Item, Integer> places = new IdentityHashMap<>();

  /**
   * @param items all rows of the files, those included that do not count
   */
  Scenes(DataSet data, List<Item> items) {
    this.data = data;
    if (data.context() instanceof DataSet.Earlier earlier) {
      items.forEach(item -> place(item, item.text(earlier.field())));
    }
  }

  private void place(Item item, @Nullable String key) {
    if (key != null) {
      List<Item> rows = together.computeIfAbsent(key, first -> new ArrayList<>());
      places.put(item, rows.size());
      rows.add(item);
    }
  }

  /** The message of a row with what came before it, or null where the row has no text. */
  @Nullable Scene of(Item item) {
    Message message = message(item);
    if (message == null) {
      return null;
    }
    List<Message> messages = new ArrayList<>(before(item, message.role()));
    messages.add(message);
    return new Scene(messages);
  }

  private @Nullable Message message(Item item) {
    String text = item.text(data.text());
    return text == null || text.isBlank() ? null : Message.of(role(item), text);
  }

  private Role role(Item item) {
    if (data.role() instanceof DataSet.Always always) {
      return always.role();
    }
    Named field = ((DataSet.Said) data.role()).field();
    String said = String.valueOf(item.text(field)).toUpperCase(Locale.ROOT);
    for (Role role : Role.values()) {
      if (role.name().equals(said)) {
        return role;
      }
    }
    throw new DataFault(field, item.place() + ": the field " + field.id() + " names no role", null);
  }

  private List<Message> before(Item item, Role role) {
    DataSet.Context context = data.context();
    if (context instanceof DataSet.Fields fields) {
      return fields.fields().stream()
          .map(item::text)
          .filter(text -> text != null && !text.isBlank())
          .map(text -> Message.of(role == Role.CUSTOMER ? Role.AGENT : Role.CUSTOMER, text))
          .toList();
    }
    if (context instanceof DataSet.Lines lines) {
      return spoken(item, lines);
    }
    return context instanceof DataSet.Earlier earlier
        ? earlier(item, item.text(earlier.field()))
        : List.of();
  }

  private List<Message> earlier(Item item, @Nullable String key) {
    List<Message> messages = new ArrayList<>();
    List<Item> rows = key == null ? List.of() : together.getOrDefault(key, List.of());
    for (Item row : rows.subList(0, places.getOrDefault(item, 0))) {
      Message message = message(row);
      if (message != null) {
        messages.add(message);
      }
    }
    return messages;
  }

  private static List<Message> spoken(Item item, DataSet.Lines lines) {
    List<Message> messages = new ArrayList<>();
    String text = item.text(lines.field());
    for (String line : text == null ? List.<String>of() : text.lines().toList()) {
      Message begun = begun(line, lines.speakers());
      if (begun != null) {
        messages.add(begun);
      } else if (!messages.isEmpty()) {
        Message last = messages.remove(messages.size() - 1);
        messages.add(Message.of(last.role(), last.text() + "\n" + line));
      } else if (!line.isBlank()) {
        throw new DataFault(
            lines.field(),
            item.place() + ": the field " + lines.field().id() + " does not begin with a speaker",
            "speakers are " + String.join(", ", lines.speakers().keySet()));
      }
    }
    return messages;
  }

  private static @Nullable Message begun(String line, Map<String, Role> speakers) {
    for (Map.Entry<String, Role> speaker : speakers.entrySet()) {
      String start = speaker.getKey() + ":";
      if (line.startsWith(start)) {
        return Message.of(speaker.getValue(), line.substring(start.length()).strip());
      }
    }
    return null;
  }
}
