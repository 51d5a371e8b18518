package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is changed in the tree of a rubric, schema and loader agree on its form. */
class SchemaPropertyTest {

  /** What stands in for a value: something of each type, and of each form that a kind has. */
  private static final List<Tree> VALUES =
      Stream.concat(
              Stream.of(
                      "", "1", "0", "-1", "0.5", "1.5", "100", "100.1", "101", "-101", "1001", "20",
                      "1000001", "true", "false", "yes", "no", "mad", "Mad", "mad-", "count",
                      "skip", "pass", "unknown", "last-3", "error", "agent")
                  .map(text -> scalar(text, true)),
              Stream.of(
                      "",
                      " ",
                      "0.5",
                      "0,5",
                      "true",
                      "no",
                      "two words",
                      "count of mad",
                      "flip mad",
                      "2 sentences of mad",
                      "2 minutes of mad",
                      "20 seconds of start",
                      "0 sentences of mad",
                      "1 sentence of",
                      "feeling as mad",
                      "customer: hello",
                      "nobody: hello",
                      "$mad",
                      "12:30")
                  .map(text -> scalar(text, false)))
          .map(Tree.class::cast)
          .collect(Collectors.toCollection(ArrayList::new));

  static {
    Tree mad = scalar("mad", true);
    VALUES.add(items());
    VALUES.add(items(mad));
    VALUES.add(items(scalar("1", true), scalar("2", true)));
    VALUES.add(items(items(mad)));
    VALUES.add(items(entries("cue", mad)));
    VALUES.add(new Entries(List.of(), Location.CODE, 1));
    VALUES.add(entries("mad", scalar("0.5", true)));
    VALUES.add(entries("cue", mad));
    VALUES.add(entries("all", items(entries("cue", mad))));
    VALUES.add(entries("match", items(mad)));
    VALUES.add(entries("families", items(mad)));
    VALUES.add(entries("raise", items(entries("by", scalar("0.5", true)))));
  }

  private static final List<String> NAMES =
      List.of(
          "cue",
          "missing",
          "emotion",
          "family-of",
          "fact",
          "is",
          "all",
          "any",
          "match",
          "match+",
          "detect-",
          "score",
          "score+",
          "band-",
          "families",
          "families-",
          "raise",
          "raise+",
          "by",
          "when",
          "off",
          "true",
          "facts+",
          "Mad",
          "mad-",
          "1",
          " ",
          "locale",
          "extends");

  private final List<Tree> rubrics = new ArrayList<>();

  SchemaPropertyTest() throws IOException {
    for (String name :
        List.of("library/base.yaml", "schema/everything.yaml", "schema/child.yaml")) {
      String text = Files.readString(Rubrics.resource(name));
      rubrics.add(TreeReader.read(new SourceText(name, text), new Room(), new Problems()));
    }
  }

  @Property(tries = 500)
  void a_changed_rubric_gets_the_same_verdict(@ForAll Random random) {
    Tree tree = rubrics.get(random.nextInt(rubrics.size()));
    for (int i = random.nextInt(2); i >= 0; i--) {
      tree = new Change(random, random.nextInt(size(tree))).in(tree);
    }
    String text = text(tree, "\n");
    List<Issue> faults = Rubrics.load(text).issues().stream().filter(Issue::isError).toList();
    // Of these two the schema sees whether they are two, not their order.
    Assume.that(
        faults.stream().noneMatch(fault -> fault.message().startsWith("expected two numbers")));
    assertThat(Validation.valid(text))
        .as(() -> text + "\n" + faults + "\n" + Validation.errors(text))
        .isEqualTo(faults.stream().noneMatch(SchemaPropertyTest::isFormal));
  }

  /** Whether a fault is one of form; what is not is named in {@link SchemaAgreesTest}. */
  private static boolean isFormal(Issue issue) {
    List<String> codes =
        Stream.of(Code.UNKNOWN_KEY, Code.WRONG_TYPE, Code.BAD_VALUE, Code.MISSING_KEY)
            .map(Code::id)
            .toList();
    return codes.contains(issue.code())
        && !issue.message().startsWith("nothing is known of the language")
        && !issue.message().startsWith("the lowest band begins")
        && !issue.message().endsWith("begins at the same score")
        && !issue.message().endsWith("can never hold")
        && !issue.message().endsWith("so no phrase may skip it")
        && !issue.message().equals("nothing is left of the list");
  }

  /** One change at one place of a tree; place 0 is the whole. */
  private static final class Change {

    private final Random random;
    private final int place;
    private int left;

    Change(Random random, int place) {
      this.random = random;
      this.place = place;
      this.left = place;
    }

    Tree in(Tree tree) {
      if (left-- == 0) {
        return place > 0 && random.nextInt(3) == 0 ? any(VALUES) : changed(tree);
      }
      if (tree instanceof Items items) {
        return new Items(items.items().stream().map(this::in).toList(), items.at(), 1);
      }
      if (tree instanceof Entries map) {
        return new Entries(
            map.entries().stream().map(e -> new Entry(e.key(), in(e.value()))).toList(),
            map.at(),
            1);
      }
      return tree;
    }

    private Tree changed(Tree tree) {
      if (tree instanceof Entries map) {
        return map(map);
      }
      if (tree instanceof Items items) {
        List<Tree> changed = new ArrayList<>(items.items());
        if (!changed.isEmpty()) {
          changed.remove(random.nextInt(changed.size()));
        }
        return new Items(changed, items.at(), 1);
      }
      Scalar scalar = (Scalar) tree;
      return scalar(misspelt(scalar.text()), scalar.plain());
    }

    private Entries map(Entries map) {
      List<Entry> changed = new ArrayList<>(map.entries());
      if (changed.isEmpty()) {
        return map;
      }
      Entry one = changed.remove(random.nextInt(changed.size()));
      switch (random.nextInt(5)) {
        case 0 -> put(changed, misspelt(one.name()), one.value());
        case 1 -> put(changed, one.name() + (random.nextBoolean() ? "+" : "-"), one.value());
        case 2 -> put(changed, any(NAMES), one.value());
        case 3 -> {
          changed.add(one);
          put(changed, any(NAMES), any(VALUES));
        }
        default -> {}
      }
      return new Entries(changed, map.at(), 1);
    }

    /** A key that stands twice is no question of form. */
    private static void put(List<Entry> entries, String name, Tree value) {
      if (entries.stream().noneMatch(entry -> entry.name().equals(name))) {
        entries.add(new Entry(scalar(name, false), value));
      }
    }

    private String misspelt(String text) {
      int at = random.nextInt(text.length() + 1);
      return switch (random.nextInt(3)) {
        case 0 -> text.substring(0, at) + "x" + text.substring(at);
        case 1 -> text.substring(0, at) + text.substring(Math.min(at + 1, text.length()));
        default -> text.toUpperCase(Locale.ROOT);
      };
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }

  private static int size(Tree tree) {
    if (tree instanceof Items items) {
      return 1 + items.items().stream().mapToInt(SchemaPropertyTest::size).sum();
    }
    return tree instanceof Entries map
        ? 1 + map.entries().stream().mapToInt(entry -> size(entry.value())).sum()
        : 1;
  }

  private static String text(Tree tree, String newLine) {
    if (tree instanceof Items items && !items.items().isEmpty()) {
      return items.items().stream()
          .map(item -> newLine + "-" + text(item, newLine + "  "))
          .collect(Collectors.joining());
    }
    if (tree instanceof Entries map && !map.entries().isEmpty()) {
      return map.entries().stream()
          .map(entry -> newLine + quoted(entry.name()) + ":" + text(entry.value(), newLine + "  "))
          .collect(Collectors.joining());
    }
    if (tree instanceof Scalar scalar) {
      return " " + (scalar.plain() && plain(scalar.text()) ? scalar.text() : quoted(scalar.text()));
    }
    return tree instanceof Items ? " []" : " {}";
  }

  /** Without quotes stands only what is a word, or typed by YAML in one spelling: ours. */
  private static boolean plain(String text) {
    boolean word =
        text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    boolean odd =
        text.startsWith(".")
            || text.startsWith("-.")
            || text.startsWith("+.")
            || text.endsWith(".")
            || List.of("TRUE", "FALSE", "-").contains(text);
    return word && !odd;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private static Scalar scalar(String text, boolean plain) {
    return new Scalar(text, Location.CODE, 1, plain, null);
  }

  private static Items items(Tree... items) {
    return new Items(List.of(items), Location.CODE, 1);
  }

  private static Entries entries(String name, Tree value) {
    return new Entries(List.of(new Entry(scalar(name, false), value)), Location.CODE, 1);
  }
}
