package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of the contract's section 7 and of its conditions: these, and no others. */
class KeysTest {

  private static Shape.Keys item(String key) {
    Shape shape = RubricSchema.RUBRIC.key(key).shape();
    return (Shape.Keys)
        (shape instanceof Shape.MapOf map ? map.value() : ((Shape.ListOf) shape).item());
  }

  private static List<String> examples(Shape.Keys keys) {
    return ((Shape.Keys) ((Shape.ListOf) keys.key("examples").shape()).item()).names();
  }

  @Test
  void of_a_rubric() {
    assertThat(RubricSchema.RUBRIC.names())
        .contains(
            "empathy",
            "rubric",
            "version",
            "locale",
            "about",
            "extends",
            "words",
            "phrases",
            "skippable",
            "emotions",
            "cues",
            "dimensions",
            "bands",
            "pass-mark",
            "rules",
            "routes",
            "overrides",
            "examples",
            "facts");
    assertThat(new TreeSet<>(RubricSchema.RUBRIC.names()))
        .isSubsetOf(
            "empathy",
            "rubric",
            "version",
            "locale",
            "about",
            "extends",
            "words",
            "phrases",
            "skippable",
            "emotions",
            "cues",
            "dimensions",
            "bands",
            "pass-mark",
            "rules",
            "routes",
            "responses",
            "overrides",
            "examples",
            "facts");
    assertThat(RubricSchema.FORMAT.values()).containsExactly("1");
  }

  @Test
  void of_a_cue() {
    assertThat(RubricSchema.CUE.names())
        .containsExactlyInAnyOrder(
            "who",
            "match",
            "replace",
            "detect",
            "unless",
            "negation",
            "emotion",
            "strength",
            "about",
            "why",
            "off",
            "examples");
    assertThat(((Shape.Keys) RubricSchema.CUE.key("examples").shape()).names())
        .containsExactly("hits", "misses");
  }

  @Test
  void of_a_rule() {
    assertThat(RubricSchema.RULE.names())
        .containsExactlyInAnyOrder(
            "dimension",
            "scope",
            "severity",
            "about",
            "why",
            "when",
            "require",
            "forbid",
            "pass",
            "fail",
            "off",
            "examples");
    assertThat(RubricSchema.PASS.names()).containsExactlyInAnyOrder("score", "praise");
    assertThat(RubricSchema.FAIL.names())
        .containsExactlyInAnyOrder(
            "score", "each-extra", "at-worst", "limit-overall", "message", "suggest");
    assertThat(examples(RubricSchema.RULE))
        .containsExactlyInAnyOrder("customer", "agent", "turns", "facts", "expect", "known-gap");
  }

  @Test
  void of_a_route() {
    assertThat(RubricSchema.ROUTE.names())
        .containsExactlyInAnyOrder(
            "as", "when", "to", "priority", "reason", "why", "off", "examples");
    assertThat(examples(RubricSchema.ROUTE)).contains("customer", "expect", "known-gap");
  }

  @Test
  void of_an_override_and_of_a_whole_example() {
    Shape.Keys override = item("overrides");
    assertThat(override.names())
        .containsExactlyInAnyOrder("for", "rules", "dimensions", "bands", "pass-mark");
    Shape.Keys rule = (Shape.Keys) ((Shape.MapOf) override.key("rules").shape()).value();
    assertThat(rule.names()).containsExactlyInAnyOrder("severity", "pass", "fail", "off");
    assertThat(item("examples").names())
        .containsExactlyInAnyOrder("turns", "facts", "expect", "known-gap");
    Shape.Keys expect = (Shape.Keys) item("examples").key("expect").shape();
    assertThat(expect.names()).containsExactlyInAnyOrder("band", "score", "findings");
    assertThat(expect.rest()).as("names of dimensions").isNotNull();
  }

  @Test
  void of_a_locale_pack() {
    assertThat(LocaleSchema.PACK.names())
        .containsExactlyInAnyOrder(
            "empathy",
            "locale",
            "window",
            "negators",
            "pseudo-negators",
            "stops",
            "intensifiers",
            "dampeners",
            "function-words",
            "formal-words",
            "informal-words",
            "clitics",
            "inflections",
            "abbreviations",
            "phrases");
  }

  @Test
  void of_each_condition() {
    Map<String, List<String>> keys = new TreeMap<>();
    for (Shape.Variant variant : ConditionSchema.CONDITION.variants()) {
      variant.heads().forEach(head -> keys.put(head, variant.keys().names()));
    }
    assertThat(keys.keySet())
        .containsExactlyInAnyOrder(
            "cue",
            "missing",
            "emotion",
            "family-of",
            "signal",
            "fact",
            "rule",
            "all",
            "any",
            "none",
            "at-least-of");
    assertThat(keys.get("cue"))
        .containsExactlyInAnyOrder(
            "cue",
            "missing",
            "at-least",
            "at-most",
            "exactly",
            "per",
            "turn",
            "position",
            "before",
            "after",
            "within",
            "same");
    assertThat(keys.get("emotion"))
        .containsExactlyInAnyOrder("emotion", "at-least", "turn", "rising", "family-of");
    assertThat(keys.get("signal"))
        .containsExactlyInAnyOrder("signal", "below", "above", "between", "turn");
    assertThat(keys.get("fact"))
        .containsExactlyInAnyOrder("fact", "is", "is-not", "in", "at-least", "at-most", "present");
    assertThat(keys.get("rule")).containsExactlyInAnyOrder("rule", "is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "abuot: x                                                    ; about",
        "cues: { c: { math: [x] } }                                  ; match",
        "cues: { c: { match: [x], examples: { hit: ['{{x}}'] } } }   ; hits",
        "cues: { c: { match: [x], unles: [y] } }                     ; unless",
        "rules: { r: { severity: error, requir: { cue: a } } }       ; require",
        "rules: { r: { severity: error, forbid: { cue: a, at_least: 2 } } }       ; at-least",
        "rules: { r: { severity: error, forbid: { cue: a }, pass: { prase: x } } } ; praise",
        "rules: { r: { severity: error, forbid: { cue: a }, fail: { masage: x } } } ; message",
        "dimensions: { d: { weigth: 1, start: 1 } }                  ; weight",
        "routes: { r: { when: { cue: a }, to: x, prioriti: 1, reason: y } } ; priority",
        "overrides: [ { fro: { a: b }, pass-mark: 1 } ]              ; for",
        "examples: [ { turn: ['agent: x'], expect: {} } ]            ; turns"
      })
  void an_unknown_one_is_an_error_with_did_you_mean(String line, String meant) {
    assertThat(Rubrics.load(Rubrics.HEAD + line).issues())
        .filteredOn(Issue::isError)
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("EMP-1002");
              assertThat(issue.hint()).isEqualTo("did you mean " + meant + "?");
            });
  }
}
