package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Three-valued logic against a reference that is nothing but Kleene's definitions. A leaf is a
 * fact: {@code yes} makes it true, {@code no} false, not given unknown.
 */
class TruthPropertyTest {

  private static final List<String> FACTS = List.of("a", "b", "c", "d");

  private static final int FALSE = -1;
  private static final int UNKNOWN = 0;
  private static final int TRUE = 1;

  /** A condition as the rubric writes it and as the definitions read it. */
  private interface Tree {

    String yaml();

    int value(Map<String, Integer> facts);
  }

  private record Leaf(String fact) implements Tree {

    @Override
    public String yaml() {
      return "{ fact: " + fact + ", is: 'yes' }";
    }

    @Override
    public int value(Map<String, Integer> facts) {
      return facts.get(fact);
    }
  }

  private record Group(String key, int least, List<Tree> trees) implements Tree {

    @Override
    public String yaml() {
      String list = trees.stream().map(Tree::yaml).collect(Collectors.joining(", ", "[ ", " ]"));
      return key.equals("at-least-of")
          ? "{ at-least-of: " + least + ", of: " + list + " }"
          : "{ " + key + ": " + list + " }";
    }

    @Override
    public int value(Map<String, Integer> facts) {
      List<Integer> values = trees.stream().map(tree -> tree.value(facts)).toList();
      int max = values.stream().mapToInt(v -> v).max().orElseThrow();
      int min = values.stream().mapToInt(v -> v).min().orElseThrow();
      long trues = values.stream().filter(v -> v == TRUE).count();
      long unknowns = values.stream().filter(v -> v == UNKNOWN).count();
      return switch (key) {
        case "all" -> min;
        case "any" -> max;
        case "none" -> -max;
        default -> trues >= least ? TRUE : trues + unknowns < least ? FALSE : UNKNOWN;
      };
    }
  }

  @Provide
  Arbitrary<Tree> trees() {
    return tree(3);
  }

  private static Arbitrary<Tree> tree(int depth) {
    Arbitrary<Tree> leaf = Arbitraries.of(FACTS).map(Leaf::new);
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Tree> group =
        Arbitraries.of("all", "any", "none", "at-least-of")
            .flatMap(
                key ->
                    tree(depth - 1)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .flatMap(
                            trees ->
                                Arbitraries.integers()
                                    .between(1, trees.size())
                                    .map(least -> new Group(key, least, trees))));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, leaf), net.jqwik.api.Tuple.of(3, group));
  }

  @Provide
  Arbitrary<Map<String, Integer>> worlds() {
    return Arbitraries.maps(Arbitraries.of(FACTS), Arbitraries.of(FALSE, UNKNOWN, TRUE))
        .ofSize(FACTS.size());
  }

  @Property(tries = 150)
  void conditions_are_kleenes_logic(
      @ForAll("trees") Tree tree, @ForAll("worlds") Map<String, Integer> world) {
    Outcome expected = outcome(tree.value(world));
    assertThat(outcome(engine("require: " + tree.yaml()), world)).isEqualTo(expected);
    Outcome forbidden = outcome(-tree.value(world));
    assertThat(outcome(engine("forbid: " + tree.yaml()), world)).isEqualTo(forbidden);
  }

  @Property(tries = 60)
  void a_rule_applies_then_holds(
      @ForAll("trees") Tree when,
      @ForAll("trees") Tree require,
      @ForAll("trees") Tree forbid,
      @ForAll("worlds") Map<String, Integer> world) {
    EmpathyEngine engine =
        engine(
            "when: %s\n    require: %s\n    forbid: %s"
                .formatted(when.yaml(), require.yaml(), forbid.yaml()));
    int applies = when.value(world);
    Outcome expected =
        applies == TRUE
            ? outcome(Math.min(require.value(world), -forbid.value(world)))
            : applies == FALSE ? Outcome.SKIP : Outcome.UNKNOWN;
    assertThat(outcome(engine, world)).isEqualTo(expected);
  }

  @Example
  void the_whole_table_of_two() {
    EmpathyEngine all =
        engine("require: { all: [ { fact: a, is: 'yes' }, { fact: b, is: 'yes' } ] }");
    EmpathyEngine any =
        engine("require: { any: [ { fact: a, is: 'yes' }, { fact: b, is: 'yes' } ] }");
    EmpathyEngine none =
        engine("require: { none: [ { fact: a, is: 'yes' }, { fact: b, is: 'yes' } ] }");
    for (int a = FALSE; a <= TRUE; a++) {
      for (int b = FALSE; b <= TRUE; b++) {
        Map<String, Integer> world = Map.of("a", a, "b", b);
        assertThat(outcome(all, world)).isEqualTo(outcome(Math.min(a, b)));
        assertThat(outcome(any, world)).isEqualTo(outcome(Math.max(a, b)));
        assertThat(outcome(none, world)).isEqualTo(outcome(-Math.max(a, b)));
      }
    }
  }

  private static EmpathyEngine engine(String body) {
    return Engines.of("rules:\n  r:\n    severity: suggestion\n    " + body + "\n");
  }

  private static Outcome outcome(int value) {
    return value == TRUE ? Outcome.PASS : value == FALSE ? Outcome.FAIL : Outcome.UNKNOWN;
  }

  private static Outcome outcome(EmpathyEngine engine, Map<String, Integer> world) {
    Conversation conversation = Conversation.of(Message.agent("hello"));
    for (Map.Entry<String, Integer> fact : world.entrySet()) {
      if (fact.getValue() != UNKNOWN) {
        conversation = conversation.with(fact.getKey(), fact.getValue() == TRUE ? "yes" : "no");
      }
    }
    return engine.assessReply(conversation).rules().get("r");
  }
}
