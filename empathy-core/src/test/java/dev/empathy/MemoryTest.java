package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.Position;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Severity;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

/** A turn costs the same however many came before it: counted in turns that are looked at. */
class MemoryTest {

  private static final int TURNS = 400;

  /** What is looked at while this many turns are young may be more, as the first are found. */
  private static final int SETTLED = 40;

  private static final Location AT = Location.CODE;

  /** Turns that count how often one of them is looked at. */
  private static final class Visited extends AbstractList<Turn> implements RandomAccess {

    private final List<Turn> turns = new ArrayList<>();
    private int visits;

    @Override
    public Turn get(int index) {
      visits++;
      return turns.get(index);
    }

    @Override
    public int size() {
      return turns.size();
    }
  }

  private static CueCondition cue(String id, Amount least, Amount most, Per per) {
    return new CueCondition(
        AT,
        TestPrograms.text(id),
        false,
        least,
        most,
        null,
        per,
        Condition.Turn.ANY,
        null,
        null,
        null,
        null,
        null);
  }

  private static CueCondition placed(Position position, String before) {
    Text other = before == null ? null : TestPrograms.text(before);
    return new CueCondition(
        AT,
        TestPrograms.text("sorry"),
        false,
        Amount.of(2),
        null,
        null,
        Per.MESSAGE,
        Condition.Turn.ANY,
        position,
        other,
        null,
        null,
        null);
  }

  private static SignalCondition signal(String name) {
    return new SignalCondition(
        AT, TestPrograms.text(name), null, 1e6, null, null, Condition.Turn.ANY);
  }

  private static List<Condition> conditions() {
    return List.of(
        cue("sorry", Amount.of(3), null, Per.MESSAGE),
        cue("sorry", null, new Amount(0, TestPrograms.text("mad")), Per.CONVERSATION),
        cue("sorry", Amount.of(2), null, Per.SENTENCE),
        cue("sorry", Amount.of(90), null, Per.HUNDRED_WORDS),
        placed(Position.OPENING, null),
        placed(null, "kind"),
        new EmotionCondition(AT, TestPrograms.text("anger"), 0.9, Condition.Turn.ANY, false, null),
        signal("words"),
        signal("echo-ratio"),
        signal("repeated-sentence"),
        signal("reply-delay"),
        signal("open-commitments"),
        signal("de-escalation"),
        signal("acknowledgment-latency"));
  }

  private static Rule rule(String id, Condition asked) {
    return new Rule(
        id,
        AT,
        null,
        Scope.TURN,
        Severity.WARNING,
        null,
        null,
        null,
        asked,
        null,
        Rule.Pass.NONE,
        Rule.Fail.NONE,
        false,
        List.of());
  }

  private static Program program() {
    Map<String, Cue> cues = new LinkedHashMap<>();
    cues.put("mad", TestPrograms.cue("mad", Side.CUSTOMER, "mad", "anger"));
    cues.put("sorry", TestPrograms.cue("sorry", Side.AGENT, "sorry", null));
    cues.put("kind", TestPrograms.cue("kind", Side.AGENT, "kind", null));
    cues.put("commitment", TestPrograms.cue("commitment", Side.AGENT, "i will call", null));
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Condition condition : conditions()) {
      String id = "r" + rules.size();
      rules.put(id, rule(id, condition));
    }
    return TestPrograms.of(
        Map.of("anger", new Emotion(AT, List.of("negative"), List.of())),
        cues,
        Map.of(),
        rules,
        List.of());
  }

  @Test
  void each_turn_looks_at_as_few_turns_as_the_one_before() {
    Program program = program();
    Scoring scoring = Scoring.of(program.rubric(), Map.of());
    Memory memory = new Memory(program);
    Visited earlier = new Visited();
    int settled = 0;
    for (int i = 0; i < TURNS; i++) {
      Message message =
          i % 2 == 0
              ? Message.customer("I am mad about number " + i)
              : Message.agent("So sorry. I will call you now. It was kind, number " + i);
      Turn turn = Turn.of(Assessor.analyze(program, i, message, Map.of()), i, false);
      Scene scene = new Scene(program, turn, earlier, true, Map.of(), memory, false);
      int before = earlier.visits;
      if (turn.side() == Side.AGENT) {
        new Judge(scene, scoring, Depth.FINDINGS).judge();
        int visits = earlier.visits - before;
        settled = i < SETTLED ? Math.max(settled, visits) : settled;
        assertThat(visits).as("turn %d", i).isLessThanOrEqualTo(settled);
      }
      earlier.turns.add(turn);
    }
    assertThat(settled).isPositive();
  }

  @Test
  void a_copy_goes_its_own_way() {
    Program program = program();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Message message = i % 2 == 0 ? Message.customer("mad") : Message.agent("sorry sorry");
      turns.add(Turn.of(Assessor.analyze(program, i, message, Map.of()), i, false));
    }
    int sorry = program.cueIndex().get("sorry");
    Memory memory = new Memory(program);
    assertThat(memory.count(sorry, turns.subList(0, 2))).isEqualTo(2);
    Memory copy = memory.copy();
    assertThat(copy.count(sorry, turns)).isEqualTo(6);
    assertThat(copy.past(turns).words()).isEqualTo(9);
    assertThat(memory.count(sorry, turns.subList(0, 4))).isEqualTo(4);
    assertThat(memory.past(turns.subList(0, 4)).words()).isEqualTo(6);
  }
}
