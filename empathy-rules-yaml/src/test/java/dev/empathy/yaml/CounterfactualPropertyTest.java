package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Counterfactual;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Every claim of {@code toNextBand} and {@code toPass} is kept by the text that is changed so: each
 * cue is one word here, so words can be put in and taken out, and the new text assessed.
 */
class CounterfactualPropertyTest {

  private static final Map<String, String> WORDS =
      Map.of("a", "alpha", "b", "beta", "c", "gamma", "d", "delta", "e", "epsilon");

  private static final String CUES =
      """
      cues:
        a: { who: agent, match: [alpha] }
        b: { who: agent, match: [beta] }
        c: { who: agent, match: [gamma], emotion: joy, strength: 0.4 }
        d: { who: agent, match: [delta] }
        e: { who: agent, match: [epsilon] }
        z: { who: customer, match: [zeta] }
      dimensions: { one: { weight: 2, start: 50 }, two: { weight: 1, start: 40 } }
      bands: { low: 0, middle: 40, high: 55, top: 70 }
      pass-mark: 55
      rules:
      """;

  private static Arbitrary<String> cue() {
    return Arbitraries.of("a", "b", "c", "d", "e");
  }

  private static Arbitrary<String> leaf() {
    Arbitrary<String> place =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just("")),
            Tuple.of(2, cue().map(other -> ", before: " + other)),
            Tuple.of(2, cue().map(other -> ", after: " + other)),
            Tuple.of(1, cue().map(other -> ", within: 1 sentences of " + other)),
            Tuple.of(1, Arbitraries.of(", at-least: 2", ", at-least: 3", ", at-most: 1")),
            Tuple.of(1, Arbitraries.of(", exactly: 1", ", exactly: 2", ", turn: any")),
            Tuple.of(1, cue().map(other -> ", at-least: count of " + other)));
    Arbitrary<String> cues =
        Combinators.combine(Arbitraries.of("cue", "cue", "missing"), cue(), place)
            .as((kind, cue, where) -> "{ " + kind + ": " + cue + where + " }");
    return Arbitraries.frequencyOf(
        Tuple.of(8, cues),
        Tuple.of(
            1, Arbitraries.of("{ cue: z, turn: previous }", "{ emotion: joy, at-least: 0.6 }")));
  }

  private static Arbitrary<String> condition(int rule) {
    Arbitrary<String> group =
        Combinators.combine(
                Arbitraries.of("all", "any", "none"), leaf().list().ofMinSize(1).ofMaxSize(3))
            .as((kind, parts) -> "{ " + kind + ": [" + String.join(", ", parts) + "] }");
    Arbitrary<String> plain = Arbitraries.frequencyOf(Tuple.of(3, leaf()), Tuple.of(2, group));
    if (rule == 0) {
      return plain;
    }
    Arbitrary<String> other =
        Combinators.combine(
                Arbitraries.integers().between(0, rule - 1), Arbitraries.of("pass", "fail", "skip"))
            .as((id, outcome) -> "{ rule: r" + id + ", is: " + outcome + " }");
    return Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(1, other));
  }

  private static Arbitrary<String> rule(int number) {
    Arbitrary<String> head =
        Combinators.combine(
                Arbitraries.of("one", "two"),
                Arbitraries.of("error", "warning", "suggestion"),
                condition(number).injectNull(0.6),
                Arbitraries.of("require", "forbid"),
                condition(number))
            .as(
                (dimension, severity, when, kind, test) ->
                    "  r"
                        + number
                        + ":\n    dimension: "
                        + dimension
                        + "\n    severity: "
                        + severity
                        + (when == null ? "" : "\n    when: " + when)
                        + "\n    "
                        + kind
                        + ": "
                        + test
                        + "\n");
    Arbitrary<String> scores =
        Combinators.combine(
                Arbitraries.of("+10", "[20, 10, 5]", "[5, -10]", "+30"),
                Arbitraries.of(
                    "score: -20", "score: -10, each-extra: -10", "score: -5, limit-overall: 45"))
            .as((pass, fail) -> "    pass: { score: " + pass + " }\n    fail: { " + fail + " }\n");
    return Combinators.combine(head, scores).as((a, b) -> a + b);
  }

  @Provide
  Arbitrary<String> rubrics() {
    return Combinators.combine(rule(0), rule(1), rule(2), rule(3), rule(4))
        .as((a, b, c, d, e) -> CUES + a + b + c + d + e);
  }

  @Provide
  Arbitrary<List<String>> replies() {
    return Arbitraries.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "is the", "and. it is", "of")
        .list()
        .ofMinSize(2)
        .ofMaxSize(8)
        .map(words -> "it is " + String.join(" ", words) + " as it was in the")
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(tries = 400)
  void what_is_promised_is_kept(
      @ForAll("rubrics") String rubric, @ForAll("replies") List<String> replies) {
    EmpathyEngine engine = EmpathyEngine.compile(Engines.rubric(rubric), SelfTest.OFF);
    Assessment before = engine.explainReply(conversation(replies));
    assertThat(before.score()).isEqualTo(engine.assessReply(conversation(replies)).score());
    if (before.passed()) {
      assertThat(before.toPass()).isEmpty();
    }
    for (Counterfactual change : before.toPass()) {
      assertThat(change.passed()).isTrue();
    }
    List<Counterfactual> all =
        Stream.concat(before.toNextBand().stream(), before.toPass().stream()).toList();
    for (Counterfactual change : all) {
      List<String> edited = edited(replies, change);
      Assessment after = engine.assessReply(conversation(edited));
      assertThat(after.score())
          .as("%s%n%s → %s%n%s", rubric, replies, edited, change)
          .isEqualTo(change.score());
      assertThat(after.band()).isEqualTo(change.band());
      assertThat(after.passed()).isEqualTo(change.passed());
    }
    for (Counterfactual change : before.toNextBand()) {
      assertThat(change.score()).isGreaterThan(before.score());
      assertThat(change.band()).isNotEqualTo(before.band());
    }
    Statistics.label("claims")
        .collect(!all.isEmpty())
        .coverage(check -> check.check(true).percentage(share -> share > 40));
    Statistics.label("larger")
        .collect(all.stream().anyMatch(one -> one.add().size() + one.remove().size() > 1))
        .coverage(check -> check.check(true).percentage(share -> share > 5));
  }

  private static Conversation conversation(List<String> replies) {
    List<Message> messages = new ArrayList<>(List.of(Message.customer("it is zeta in the")));
    replies.forEach(reply -> messages.add(Message.agent(reply)));
    return Conversation.of(messages);
  }

  private static List<String> edited(List<String> replies, Counterfactual change) {
    List<String> edited = new ArrayList<>(replies);
    for (int i = change.remove().size() - 1; i >= 0; i--) {
      Counterfactual.Removal removal = change.remove().get(i);
      String text = edited.get(removal.message() - 1);
      edited.set(
          removal.message() - 1,
          text.substring(0, removal.span().start()) + text.substring(removal.span().end()));
    }
    String opening = "";
    for (String words : change.add()) {
      boolean many = Character.isDigit(words.charAt(0));
      String[] parts = (many ? words.substring(words.indexOf("more ") + 5) : words).split(" ");
      String word = WORDS.get(parts[0]);
      String several =
          String.join(" ", Collections.nCopies(many ? words.charAt(0) - '0' : 1, word));
      String other = WORDS.get(parts[parts.length - 1]);
      int near = words.contains(" near ") ? holder(edited, other) : -1;
      if (words.contains(" near ") && opening.contains(other)) {
        opening = opening.replaceFirst(other, several + " " + other);
      } else if (near >= 0) {
        edited.set(near, edited.get(near).replaceFirst("\\b" + other, several + " " + other));
      } else if (words.contains(" after ")) {
        int last = edited.size() - 1;
        edited.set(last, edited.get(last) + " " + several);
      } else {
        opening += several + " ";
      }
    }
    edited.set(0, opening + edited.get(0));
    return edited;
  }

  private static int holder(List<String> texts, String word) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).contains(word)) {
        return i;
      }
    }
    return -1;
  }
}
