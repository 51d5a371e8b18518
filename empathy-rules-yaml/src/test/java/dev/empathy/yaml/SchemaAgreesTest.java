package dev.empathy.yaml;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import dev.harrel.jsonschema.Error;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors and the loader find the same faults of form. */
class SchemaAgreesTest {

  /** Files whose tree an editor's schema never gets to see as we do. */
  private static final Map<String, String> NOT_ITS_BUSINESS =
      Map.ofEntries(
          entry("apostrophe", "syntax"),
          entry("curly-quotes", "syntax"),
          entry("curly-quotes-that-are-text", "syntax"),
          entry("no-space-after-colon", "syntax"),
          entry("alias", "syntax: the editor follows anchors and aliases, we refuse them"),
          entry("control-character", "syntax"),
          entry("cycle", "extends: needs the other files"),
          entry("deep", "limit: a schema cannot count depth"),
          entry("duplicate-key", "syntax: editors report it on their own"),
          entry("empty", "nothing is written, so there is nothing to validate"),
          entry("escape", "syntax"),
          entry("indentation", "syntax"),
          entry("indentation-list", "syntax: YAML reads the dash as part of the text above"),
          entry("invalid-utf8", "bytes"),
          entry("list-after-key", "syntax"),
          entry("locale", "names: which languages there are is known when the rubric is read"),
          entry("no-colon", "syntax"),
          entry("only-a-comment", "nothing is written, so there is nothing to validate"),
          entry("open-list", "syntax"),
          entry("open-map", "syntax"),
          entry("open-quote", "syntax"),
          entry("outside", "extends: paths"),
          entry("second-document", "syntax: the editor validates each document by itself"),
          entry("starts-with", "syntax"),
          entry("starts-with-percent", "syntax"),
          entry("starts-with-pipe", "syntax"),
          entry("starts-with-quote", "syntax"),
          entry("tab", "syntax"),
          entry("tag", "syntax: tags are resolved before the schema sees a value"),
          entry("two-colons", "syntax"),
          entry("two-files", "extends: what is inherited"),
          entry("nothing-left", "extends: what is inherited"),
          entry("utf16", "bytes"));

  /** Faults that stand among others which the schema does find. */
  private static final Map<String, String> UNSEEN =
      Map.ofEntries(
          entry("colon-in-phrase: ", "syntax: JSON knows no map as a key"),
          entry("conditions: rules.g.require.at-least-of", "two values: more than there are"),
          entry("merge-key: ", "our message has no path; to the schema it is an unknown key"),
          entry("missing-parent: extends[1]", "extends: no such file"),
          entry("numbers: bands.fine", "two values: equal bands"),
          entry("numbers: bands.poor", "all values: none is 0"),
          entry("numbers: dimensions.warmth.start", "spelling: 1e1 is the number 10 to YAML"),
          entry("numbers: dimensions.warmth.weight", "digits: editors compute 0.3 % 0.1 in binary"),
          entry("numbers: rules.calm.forbid.any[1].between", "two values: their order"),
          entry("numbers: rules.calm.pass.score[2]", "digits, as above"));

  @ParameterizedTest
  @MethodSource("dev.empathy.yaml.RubricYaml#builtInNames")
  void built_in_rubrics_are_valid(String name) {
    String text = new String(Library.JAR.rubric(name), StandardCharsets.UTF_8);
    assertThat(shown(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"library/base.yaml", "schema/everything.yaml", "schema/child.yaml"})
  void rubrics_of_the_tests_are_valid_in_both(String name) throws IOException {
    assertThat(Rubrics.LOADER.path(Rubrics.resource(name)).issues()).isEmpty();
    assertThat(shown(Files.readString(Rubrics.resource(name)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "about: 'no'",
        "about: no",
        "about: 12:30",
        "about: 1.10",
        "about: true",
        "pass-mark: +60",
        "pass-mark: '60'",
        "pass-mark: 99.5",
        "words: { true: [true] }",
        "words: { w: [2026-01-01, 0x1f, 1_000, .5, 1e3, yes, Off] }",
      })
  void what_is_not_typed_by_us_is_valid_in_both(String line) {
    assertThat(Rubrics.load(Rubrics.HEAD + line).issues()).isEmpty();
    assertThat(shown(Rubrics.HEAD + line)).isEmpty();
  }

  /** What each of them finds and the other does not, one example and one reason each. */
  @Test
  void where_they_differ() {
    differ("about: null", true, "null looks to a validator as if nothing were written");
    differ("about: ~", true, "the same");
    differ("pass-mark: 1e1", false, "the number 10 to YAML, whichever way it is spelt");
    differ("pass-mark: 60.", false, "the same");
    differ("pass-mark: 0000060", false, "the same");
    differ("pass-mark: 60.25", false, "editors compute multipleOf 0.1 in binary: 0.3 would fail");
    differ("pass-mark: '600'", false, "in quotes the schema sees digits, not a number");
    differ("cues: { a: { match: [a], off: True } }", false, "the boolean true to YAML");
    differ("bands: { good: 60 }", false, "that one value is 0");
    differ("locale: de", false, "names");
    differ("skippable: [not]", false, "words of the locale's pack");
    differ("skippable: [by the way]", false, "how many words a text has");
    differ("skippable: ['--']", false, "the same");
    differ("words: { a+: [b] }", false, "what is inherited");
  }

  private static void differ(String line, boolean loads, String why) {
    String head =
        line.startsWith("locale") ? Rubrics.HEAD.replace("locale: en\n", "") : Rubrics.HEAD;
    assertThat(Rubrics.load(head + line).rubric() != null).as(line + ": " + why).isEqualTo(loads);
    assertThat(Validation.valid(head + line)).as(line + ": " + why).isEqualTo(!loads);
  }

  @Test
  void every_fault_of_form_is_found_by_both() throws IOException {
    Set<String> unseen = new TreeSet<>();
    for (Path file : broken()) {
      String name = file.getFileName().toString().replace(".yaml", "");
      if (!NOT_ITS_BUSINESS.containsKey(name)) {
        List<String> places =
            Validation.errors(json(file)).stream().map(Error::getInstanceLocation).toList();
        Rubrics.LOADER.path(file).issues().stream()
            .filter(Issue::isError)
            .filter(issue -> !seen(issue, places))
            .forEach(issue -> unseen.add(name + ": " + issue.path()));
      }
    }
    assertThat(unseen).isEqualTo(new TreeSet<>(UNSEEN.keySet()));
  }

  /** The file's text, without the one thing that has no counterpart in JSON: a map as a key. */
  private static String json(Path file) throws IOException {
    return Files.readString(file).replace("- {{mad}}", "- { mad: 1 }");
  }

  @Test
  void what_is_not_its_business_it_does_not_find() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : broken()) {
      String name = file.getFileName().toString().replace(".yaml", "");
      if (NOT_ITS_BUSINESS.containsKey(name) && found(file)) {
        found.add(name);
      }
    }
    assertThat(found).isEmpty();
  }

  /** Whether the schema finds a fault in what an editor's YAML parser lets through. */
  private static boolean found(Path file) throws IOException {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return !Validation.valid(text);
    } catch (RuntimeException e) {
      // The validator's many ways to say that this is no YAML, or nothing.
      return false;
    }
  }

  /** Whether the schema has a fault at the same place, or at the key that is too much there. */
  private static boolean seen(Issue issue, List<String> places) {
    String place = pointer(issue.path());
    boolean missing = issue.code().equals(Code.MISSING_KEY.id());
    return places.stream()
        .anyMatch(
            at -> at.equals(place) || !missing && !place.isEmpty() && at.startsWith(place + "/"));
  }

  /** {@code cues.anger.match[1]} is {@code /cues/anger/match/0}: authors count from 1. */
  private static String pointer(String path) {
    StringBuilder pointer = new StringBuilder(path.isEmpty() ? "" : "/");
    for (String part : path.split("[.\\[]")) {
      boolean item = part.endsWith("]");
      pointer.append(pointer.length() > 1 ? "/" : "");
      pointer.append(
          item ? Integer.parseInt(part.substring(0, part.length() - 1)) - 1 : (Object) part);
    }
    return pointer.toString();
  }

  private static String shown(String text) {
    return Validation.errors(text).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .collect(Collectors.joining("\n"));
  }

  private static List<Path> broken() throws IOException {
    try (Stream<Path> files = Files.list(Rubrics.resource("broken"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
