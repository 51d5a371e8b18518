package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Text;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed access to a map whose form was checked. */
record Fields(Entries map) {

  static final Fields NONE = new Fields(new Entries(List.of(), Location.CODE, 1));

  @Nullable Scalar scalar(String key) {
    return (Scalar) map.get(key);
  }

  @Nullable String string(String key) {
    Scalar scalar = scalar(key);
    return scalar == null ? null : scalar.text();
  }

  String need(String key) {
    return ((Scalar) needed(key)).text();
  }

  Tree needed(String key) {
    Tree tree = map.get(key);
    if (tree == null) {
      throw new IllegalStateException("checked to be there: " + key);
    }
    return tree;
  }

  @Nullable Text text(String key) {
    Scalar scalar = scalar(key);
    return scalar == null ? null : text(scalar);
  }

  static Text text(Tree tree) {
    Scalar scalar = (Scalar) tree;
    return new Text(scalar.text(), scalar.at());
  }

  List<Text> texts(String key) {
    return items(key).stream().map(Fields::text).toList();
  }

  List<String> strings(String key) {
    return items(key).stream().map(item -> ((Scalar) item).text()).toList();
  }

  /** The items of a list, a single value as a list of one, nothing as an empty one. */
  List<Tree> items(String key) {
    return items(map.get(key));
  }

  static List<Tree> items(@Nullable Tree tree) {
    if (tree == null) {
      return List.of();
    }
    return tree instanceof Items items ? items.items() : List.of(tree);
  }

  List<Entry> entries(String key) {
    return map.get(key) instanceof Entries entries ? entries.entries() : List.of();
  }

  Fields fields(String key) {
    return map.get(key) instanceof Entries entries ? new Fields(entries) : NONE;
  }

  /** A map by name, in order. */
  <V> Map<String, V> each(String key, Function<Entry, V> decode) {
    Map<String, V> all = new LinkedHashMap<>();
    entries(key).forEach(entry -> all.put(entry.name(), decode.apply(entry)));
    return all;
  }

  Map<String, String> stringMap(String key) {
    return each(key, entry -> ((Scalar) entry.value()).text());
  }

  boolean flag(String key) {
    return "true".equals(string(key));
  }

  @Nullable Boolean optionalFlag(String key) {
    return map.has(key) ? (Boolean) flag(key) : null;
  }

  @Nullable Integer tenths(String key) {
    Scalar scalar = scalar(key);
    return scalar == null ? null : (Integer) tenths(scalar);
  }

  int tenths(String key, int otherwise) {
    Integer tenths = tenths(key);
    return tenths == null ? otherwise : tenths;
  }

  static int tenths(Scalar scalar) {
    Integer tenths = Numbers.tenths(scalar.text(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (tenths == null) {
      throw new IllegalStateException("checked to be a score: " + scalar.at());
    }
    return tenths;
  }

  @Nullable Double decimal(String key) {
    Scalar scalar = scalar(key);
    return scalar == null ? null : Numbers.decimal(scalar.text());
  }

  /** One of an enum's constants, written {@code last-3} for {@code LAST_3}; null if absent. */
  <E extends Enum<E>> @Nullable E constant(String key, Class<E> type) {
    String value = string(key);
    return value == null
        ? null
        : Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static List<Phrase> phrases(@Nullable Tree tree, Function<String, List<String>> skippable) {
    return items(tree).stream().map(item -> phrase((Scalar) item, skippable)).toList();
  }

  private static Phrase phrase(Scalar text, Function<String, List<String>> skippable) {
    return new Phrase(text.text(), text.at(), skippable.apply(text.at().file()));
  }
}
