package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.Position;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Severity;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** To judge only the rules that something wakes comes to the same as to judge all of them. */
class WakesPropertyTest {

  private static final Location AT = Location.CODE;
  private static final List<String> CUES = List.of("mad", "sad", "sorry", "kind", "call", "both");
  private static final List<String> OF_AGENT = List.of("sorry", "kind", "call", "both");
  private static final int RULES = 70;
  private static final int MESSAGES = 8;

  @Property(tries = 150)
  void what_sleeps_comes_out_as_where_nothing_was_written(@ForAll long seed) {
    Random random = new Random(seed);
    Program program = program(random);
    Scoring scoring = Scoring.of(program.rubric(), Map.of());
    boolean given = random.nextInt(4) > 0;
    Map<String, String> facts = random.nextBoolean() ? Map.of() : Map.of("channel", "chat");
    List<Turn> earlier = new ArrayList<>();
    Memory memory = new Memory(program);
    int awake = 0;
    for (int i = 0; i < (given ? MESSAGES : 1); i++) {
      Message message =
          given && i % 2 == 0 ? Message.customer(words(random)) : Message.agent(words(random));
      Turn turn = Turn.of(Assessor.analyze(program, i, message, facts), i, false);
      Scene scene = new Scene(program, turn, List.copyOf(earlier), given, facts, memory, false);
      if (turn.side() == Side.AGENT) {
        Verdict some = new Judge(scene, scoring, Depth.FINDINGS).judge();
        Verdict all =
            new Judge(
                    scene,
                    scoring,
                    Depth.FINDINGS,
                    Quiet.unknown(program.plan().size()),
                    program.plan().wakes().all())
                .judge();
        assertThat(some.rules()).isEqualTo(all.rules());
        assertThat(some.score()).isEqualTo(all.score());
        assertThat(some.passes(500)).isEqualTo(all.passes(500));
        assertThat(some.findings()).isEqualTo(all.findings());
        assertThat(some.dimensions()).isEqualTo(all.dimensions());
        assertThat(some.ledger()).isEqualTo(all.ledger());
        assertThat(some.notEvaluated()).isEqualTo(all.notEvaluated());
        awake += count(program.plan().wakes().awake(scene));
      }
      earlier.add(turn);
    }
    assertThat(awake).isLessThan(MESSAGES * RULES / 2);
  }

  private static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder("Well.");
    for (int i = random.nextInt(4); i > 0; i--) {
      words.append(' ').append(CUES.get(random.nextInt(CUES.size())));
      words.append(random.nextBoolean() ? "." : "!!");
    }
    return words.toString();
  }

  // A rubric by chance

  private static Program program(Random random) {
    Map<String, Cue> cues = new LinkedHashMap<>();
    for (String id : CUES) {
      Side who =
          switch (id) {
            case "mad", "sad" -> Side.CUSTOMER;
            case "both" -> null;
            default -> Side.AGENT;
          };
      cues.put(id, cue(id, who));
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (int i = 0; i < RULES; i++) {
      rules.put("r" + i, rule(i, random));
    }
    return TestPrograms.of(
        Map.of("anger", Emotion.of("negative"), "sadness", Emotion.of("negative")),
        cues,
        Map.of("d0", new Dimension("d0", AT, 10, 500)),
        rules,
        List.of(TestPrograms.text("channel")));
  }

  private static Cue cue(String id, Side who) {
    String emotion = id.equals("mad") ? "anger" : id.equals("sad") ? "sadness" : null;
    return TestPrograms.cue(id, who, id, emotion);
  }

  private static Rule rule(int number, Random random) {
    Integer limit = random.nextInt(8) == 0 ? (Integer) 300 : null;
    Text words = random.nextBoolean() ? TestPrograms.text("Said $count times") : null;
    return new Rule(
        "r" + number,
        AT,
        TestPrograms.text("d0"),
        Scope.TURN,
        random.nextInt(6) == 0 ? Severity.ERROR : Severity.WARNING,
        null,
        null,
        random.nextInt(3) == 0 ? condition(number, 2, random) : null,
        condition(number, 2, random),
        random.nextInt(4) == 0 ? condition(number, 1, random) : null,
        new Rule.Pass(random.nextBoolean() ? List.of(7) : List.of(5, 3, 1), words),
        new Rule.Fail(-10, random.nextInt(2) * -3, null, limit, words, null),
        random.nextInt(20) == 0,
        List.of());
  }

  private static Condition condition(int rule, int depth, Random random) {
    int kind = random.nextInt(depth == 0 ? 20 : 26);
    if (kind >= 20) {
      List<Condition> parts = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        parts.add(condition(rule, depth - 1, random));
      }
      return kind < 22
          ? new Condition.All(AT, parts)
          : kind < 24 ? new Condition.AtLeastOf(AT, 1, parts) : new Condition.None(AT, parts);
    }
    if (kind == 19 && rule > 0) {
      Outcome[] outcomes = {Outcome.PASS, Outcome.FAIL, Outcome.SKIP};
      return new RuleCondition(
          AT,
          TestPrograms.text("r" + random.nextInt(rule)),
          outcomes[random.nextInt(outcomes.length)]);
    }
    if (kind == 18) {
      return new FactCondition(
          AT, TestPrograms.text("channel"), "chat", null, List.of(), null, null, null);
    }
    if (kind == 17 && random.nextInt(4) == 0) {
      return new SignalCondition(
          AT, TestPrograms.text("exclamation-run"), null, 1.0, null, null, Condition.Turn.THIS);
    }
    if (kind >= 14) {
      boolean rising = random.nextInt(12) == 0;
      return new EmotionCondition(
          AT,
          random.nextBoolean() ? TestPrograms.text("anger") : null,
          random.nextBoolean() ? (Double) 0.3 : null,
          earlier(random),
          rising,
          null);
    }
    return cue(random);
  }

  private static Condition.Turn turn(Random random) {
    Condition.Turn[] turns = Condition.Turn.values();
    return random.nextBoolean() ? Condition.Turn.THIS : turns[random.nextInt(turns.length)];
  }

  private static Condition.Turn earlier(Random random) {
    Condition.Turn turn = turn(random);
    return turn == Condition.Turn.THIS ? Condition.Turn.PREVIOUS : turn;
  }

  private static Text some(Random random, List<String> cues) {
    return TestPrograms.text(cues.get(random.nextInt(cues.size())));
  }

  private static CueCondition cue(Random random) {
    Condition.Turn turn = turn(random);
    boolean here = turn == Condition.Turn.THIS;
    Amount amount =
        random.nextInt(3) > 0
            ? null
            : new Amount(random.nextInt(3), random.nextInt(3) == 0 ? some(random, OF_AGENT) : null);
    int which = random.nextInt(3);
    return new CueCondition(
        AT,
        some(random, here ? OF_AGENT : CUES),
        random.nextInt(4) == 0,
        which == 0 ? amount : null,
        which == 1 ? amount : null,
        which == 2 ? amount : null,
        random.nextInt(3) > 0 ? Per.MESSAGE : Per.values()[random.nextInt(Per.values().length)],
        turn,
        random.nextInt(6) == 0 ? Position.FIRST_SENTENCE : null,
        here && random.nextInt(6) == 0 ? some(random, OF_AGENT) : null,
        here && random.nextInt(6) == 0 ? some(random, OF_AGENT) : null,
        null,
        null);
  }
}
