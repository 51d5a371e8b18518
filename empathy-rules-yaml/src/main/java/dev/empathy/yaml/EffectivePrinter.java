package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import dev.empathy.yaml.EffectiveRubric.Line;
import dev.empathy.yaml.EffectiveRubric.Value;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a tree as lines of YAML, each with where it comes from. What was written on one line is on
 * one line again where it fits; the values on one line never come from two.
 */
final class EffectivePrinter {

  /** Of a line with its indentation, before the comment. */
  private static final int WIDTH = 78;

  /** YAML takes a text for a key only if its colon is less than 1,024 characters away. */
  private static final int LONGEST_KEY = 1000;

  /** Texts for people, folded where they are long. */
  private static final Set<String> PROSE =
      Set.of("about", "why", "message", "suggest", "praise", "reason");

  /** Maps of things, each of which is worth a line. */
  private static final Set<String> NAMED =
      Set.of("words", "phrases", "cues", "dimensions", "rules", "routes", "responses");

  private static final int NOT_OUT = -1;

  private final Set<Location> leftOut;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Where something is written.
   *
   * @param path its path
   * @param indent the column, from 0
   * @param head what stands before it on its line
   * @param headOrigin where the head comes from
   * @param content whether the head is a phrase or a word, so that its origin is always told
   * @param out the column at which its lines become comments, or {@link #NOT_OUT}
   */
  private record Place(
      String path, int indent, String head, String headOrigin, boolean content, int out) {

    String origin(String ofValue) {
      return content ? withHead(ofValue) : ofValue;
    }

    /** Where the head comes from, unless the value tells it already, then where the value does. */
    String withHead(String ofValue) {
      boolean told = (", " + ofValue + ",").contains(", " + headOrigin + ",");
      return told ? ofValue : headOrigin + ", " + ofValue;
    }

    String with(String text) {
      return head.isEmpty() ? text : head + " " + text;
    }
  }

  private EffectivePrinter(Set<Location> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * @param leftOut places of examples that are shown as comments
   */
  static EffectiveRubric print(Entries rubric, Set<Location> leftOut) {
    EffectivePrinter printer = new EffectivePrinter(leftOut);
    String title = "# An effective rubric: the comments say where each value comes from.";
    printer.lines.add(new Line("", title, "", List.of()));
    printer.map(rubric, "", 0, NOT_OUT);
    return new EffectiveRubric(printer.lines);
  }

  private void map(Entries map, String path, int indent, int out) {
    for (Entry entry : map.entries()) {
      entry(entry, join(path, entry.name()), indent, out);
    }
  }

  private void entry(Entry entry, String path, int indent, int outside) {
    int out = outside == NOT_OUT && isLeftOut(entry.value()) ? indent : outside;
    String key = YamlText.of(entry.name(), false);
    String origin = origin(entry.key());
    boolean content = isContent(path);
    if (key.length() > LONGEST_KEY) {
      add(new Place(path, indent, "", origin, content, out), "? " + key, origin, List.of());
      key = "";
    }
    value(entry.value(), new Place(path, indent, key + ":", origin, content, out));
  }

  /** Whether the last key of a path is a word, a phrase or a band: a value of its own. */
  private static boolean isContent(String path) {
    return path.startsWith("bands.")
        || path.startsWith("words.") && path.indexOf('.', "words.".length()) > 0
        || path.startsWith("cues.") && path.contains(".replace.");
  }

  private void value(Tree value, Place place) {
    if (value instanceof Scalar scalar) {
      scalar(scalar, place);
    } else if (isOneLine(value, place)) {
      List<Value> values = new ArrayList<>();
      collect(value, place.path, values);
      add(place, place.with(flow(value)), place.origin(onlyOrigin(value, place.path)), values);
    } else if (isInRuns(value, place)) {
      runs(value, place);
    } else {
      block(value, place);
    }
  }

  private void scalar(Scalar scalar, Place place) {
    String text = scalar.text();
    List<Value> values = List.of(new Value(place.path, text, scalar.at()));
    String origin = place.origin(origin(scalar));
    String written = place.with(YamlText.of(text, false));
    boolean prose = PROSE.contains(place.path.substring(place.path.lastIndexOf('.') + 1));
    if (place.indent + written.length() <= WIDTH || !prose || !YamlText.canFold(text)) {
      add(place, written, origin, values);
      return;
    }
    add(place, place.with(">-"), origin, values);
    Place below = new Place(place.path, place.indent + 2, "", "", false, place.out);
    int from = 0;
    while (from < text.length()) {
      int end = lineEnd(text, from, WIDTH - below.indent);
      add(below, text.substring(from, end), "", List.of());
      from = end + 1;
    }
  }

  /** The last space that leaves a line of this length; the next one where there is none. */
  private static int lineEnd(String text, int from, int length) {
    if (text.length() - from <= length) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', from + length);
    int end = space > from ? space : text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }

  private void block(Tree value, Place place) {
    if (value instanceof Items items) {
      add(place, place.head, place.headOrigin, List.of());
      for (int i = 0; i < items.items().size(); i++) {
        item(items.items().get(i), place.path + "[" + (i + 1) + "]", place);
      }
    } else if (place.head.equals("-")) {
      int first = lines.size();
      map((Entries) value, place.path, place.indent + 2, place.out);
      withDash(first, place);
    } else {
      add(place, place.head, place.headOrigin, List.of());
      map((Entries) value, place.path, place.indent + 2, place.out);
    }
  }

  private void item(Tree item, String path, Place list) {
    int indent = list.indent + 2;
    int out = list.out == NOT_OUT && isLeftOut(item) ? indent : list.out;
    value(item, new Place(path, indent, "-", origin(item), false, out));
  }

  /** Puts the dash of an item before the first line of its map. */
  private void withDash(int first, Place place) {
    Line line = lines.get(first);
    int dash = place.indent + (place.out == NOT_OUT ? 0 : 2);
    String yaml = line.yaml().substring(0, dash) + "- " + line.yaml().substring(dash + 2);
    lines.set(first, new Line(line.path(), yaml, place.withHead(line.origin()), line.values()));
  }

  private void add(Place place, String text, String origin, List<Value> values) {
    boolean out = place.out != NOT_OUT;
    String before =
        out
            ? " ".repeat(place.out) + "# " + " ".repeat(place.indent - place.out)
            : " ".repeat(place.indent);
    String yaml = (before + text).stripTrailing();
    lines.add(new Line(place.path, yaml, origin, out ? List.of() : values));
  }

  // Lists and maps within brackets.

  private boolean isOneLine(Tree value, Place place) {
    if (isEmpty(value)) {
      return true;
    }
    if (NAMED.contains(place.path)) {
      return false;
    }
    boolean single = origins(value, place.path).size() == 1 && !holdsLeftOut(value, place);
    return single
        && leaves(value) <= WIDTH / 2
        && hasShortKeys(value)
        && place.indent + place.with(flow(value)).length() <= WIDTH;
  }

  private String onlyOrigin(Tree value, String path) {
    return isEmpty(value) ? origin(value) : origins(value, path).iterator().next();
  }

  /** Whether it is a list or a map of texts of which several were written on one line. */
  private boolean isInRuns(Tree value, Place place) {
    List<Tree> parts = parts(value);
    boolean texts = parts.stream().allMatch(Scalar.class::isInstance);
    boolean words = value instanceof Items || isContent(place.path + ".");
    if (!texts || !words || holdsLeftOut(value, place) || !hasShortKeys(value)) {
      return false;
    }
    for (int i = 1; i < parts.size(); i++) {
      if (origin(value, i, place).equals(origin(value, i - 1, place))) {
        return true;
      }
    }
    return false;
  }

  /** One line for each line of the source, or several where that was long. */
  private void runs(Tree value, Place place) {
    boolean list = value instanceof Items;
    add(place, place.with(list ? "[" : "{"), place.headOrigin, List.of());
    Place below = new Place(place.path, place.indent + 2, "", "", false, place.out);
    int size = parts(value).size();
    StringBuilder line = new StringBuilder();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String part = part(value, i);
      String origin = origin(value, i, place);
      line.append(line.length() == 0 ? "" : " ").append(part);
      line.append(i + 1 < size ? "," : list ? "]" : "}");
      collect(value, i, place.path, values);
      boolean ends =
          i + 1 == size
              || !origin(value, i + 1, place).equals(origin)
              || below.indent + line.length() + part(value, i + 1).length() + 2 > WIDTH;
      if (ends) {
        add(below, line.toString(), origin, values);
        line.setLength(0);
        values = new ArrayList<>();
      }
    }
  }

  private static List<Tree> parts(Tree value) {
    return value instanceof Entries map
        ? map.entries().stream().map(Entry::value).toList()
        : ((Items) value).items();
  }

  private static String part(Tree value, int i) {
    if (value instanceof Items items) {
      return flow(items.items().get(i));
    }
    Entry entry = ((Entries) value).entries().get(i);
    return YamlText.of(entry.name(), true) + ": " + flow(entry.value());
  }

  private static String flow(Tree value) {
    if (value instanceof Scalar scalar) {
      return YamlText.of(scalar.text(), true);
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parts(value).size(); i++) {
      all.add(part(value, i));
    }
    String inside = String.join(", ", all);
    return value instanceof Items
        ? "[" + inside + "]"
        : inside.isEmpty() ? "{}" : "{ " + inside + " }";
  }

  private static void collect(Tree value, String path, List<Value> values) {
    if (value instanceof Scalar scalar) {
      values.add(new Value(path, scalar.text(), scalar.at()));
    } else {
      for (int i = 0; i < parts(value).size(); i++) {
        collect(value, i, path, values);
      }
    }
  }

  private static void collect(Tree whole, int i, String path, List<Value> values) {
    String below =
        whole instanceof Entries map
            ? join(path, map.entries().get(i).name())
            : path + "[" + (i + 1) + "]";
    collect(parts(whole).get(i), below, values);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isEmpty(Tree value) {
    return parts(value).isEmpty();
  }

  private static int leaves(Tree value) {
    return value instanceof Scalar
        ? 1
        : parts(value).stream().mapToInt(EffectivePrinter::leaves).sum();
  }

  private static boolean hasShortKeys(Tree value) {
    boolean own =
        !(value instanceof Entries map)
            || map.names().stream().allMatch(name -> name.length() < LONGEST_KEY / 10);
    return own
        && (value instanceof Scalar
            || parts(value).stream().allMatch(EffectivePrinter::hasShortKeys));
  }

  // Where things come from.

  private static String origin(Tree tree) {
    return YamlText.inComment(tree.at().file()) + ":" + tree.at().line();
  }

  /** Of a part of a list or map: of its value and, where that is a word, of its key. */
  private static String origin(Tree whole, int i, Place place) {
    Set<String> origins = new LinkedHashSet<>();
    if (whole instanceof Entries map && isContent(place.path + ".")) {
      origins.add(origin(map.entries().get(i).key()));
    }
    origins.addAll(origins(parts(whole).get(i), place.path));
    return String.join(", ", origins);
  }

  private static Set<String> origins(Tree value, String path) {
    Set<String> all = new LinkedHashSet<>();
    addOrigins(value, path, all);
    return all;
  }

  private static void addOrigins(Tree value, String path, Set<String> all) {
    if (value instanceof Scalar) {
      all.add(origin(value));
      return;
    }
    if (value instanceof Entries map && isContent(path + ".")) {
      map.entries().forEach(entry -> all.add(origin(entry.key())));
    }
    parts(value).forEach(part -> addOrigins(part, path, all));
  }

  // Examples that do not hold.

  /** Whether within a part that is written some of it is not. */
  private boolean holdsLeftOut(Tree value, Place place) {
    return place.out == NOT_OUT
        && !leftOut.isEmpty()
        && !(value instanceof Scalar)
        && parts(value).stream().anyMatch(part -> isLeftOut(part) || holdsLeftOut(part, place));
  }

  private boolean isLeftOut(Tree tree) {
    if (leftOut.isEmpty() || tree instanceof Scalar || isEmpty(tree)) {
      return leftOut.contains(tree.at()) && tree instanceof Scalar;
    }
    boolean itself =
        tree instanceof Entries map
            && (leftOut.contains(map.at())
                || map.get("text") instanceof Scalar text && leftOut.contains(text.at()));
    return itself || parts(tree).stream().allMatch(this::isLeftOut);
  }
}
