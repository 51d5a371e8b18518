package dev.empathy;

import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is measured of a conversation as a whole. */
final class Measures {

  /** By how much a feeling must change to have changed. */
  static final double CHANGE = 0.15;

  /** Strengths have three places, and their differences no more. */
  private static final double NOISE = 1e-9;

  /** The rule that says whether a reply took too long. */
  private static final String REPLY_DELAY = "reply-delay";

  private final List<Turn> turns;
  private final Course course;

  /** By the index of the message. */
  private final Map<Integer, Assessment> assessments;

  /**
   * @param turns all turns, in order
   * @param course how they went
   * @param assessments what was said of each message, by its index
   */
  Measures(List<Turn> turns, Course course, Map<Integer, Assessment> assessments) {
    this.turns = turns;
    this.course = course;
    this.assessments = assessments;
  }

  EmotionTrajectory trajectory() {
    List<EmotionTrajectory.Point> points =
        turns.stream().filter(Measures::isCustomers).map(Measures::point).toList();
    boolean told = points.size() > 1 && course.shown();
    boolean eased = course.peak() - course.last() >= CHANGE - NOISE;
    return new EmotionTrajectory(points, told ? (Boolean) eased : null);
  }

  private static boolean isCustomers(Turn turn) {
    return turn.side() == Side.CUSTOMER;
  }

  private static EmotionTrajectory.Point point(Turn turn) {
    Program program = turn.last().program();
    String dominant = null;
    double strongest = 0;
    for (int emotion = 0; emotion < program.emotions().size(); emotion++) {
      if (turn.emotion(emotion) > strongest) {
        strongest = turn.emotion(emotion);
        dominant = program.emotions().get(emotion);
      }
    }
    double negative = Numbers.three(Feelings.negative(turn));
    return new EmotionTrajectory.Point(turn.last().index(), dominant, negative);
  }

  DeEscalation deEscalation() {
    List<DeEscalation.Step> steps = new ArrayList<>();
    for (int i = 2; i < turns.size(); i++) {
      if (isCustomers(turns.get(i))) {
        double change = Feelings.negative(turns.get(i)) - Feelings.negative(turns.get(i - 2));
        if (Math.abs(change) >= CHANGE - NOISE) {
          steps.add(step(turns.get(i), change, turns.get(i - 1)));
        }
      }
    }
    boolean told = course.felt() > 0;
    double fall = Numbers.three(course.peak() - course.last());
    return new DeEscalation(told ? (Double) fall : null, steps);
  }

  private DeEscalation.Step step(Turn turn, double change, Turn reply) {
    Assessment before = Objects.requireNonNull(assessments.get(reply.last().index()));
    return new DeEscalation.Step(
        turn.last().index(),
        signedThree(change),
        reply.last().index(),
        change < 0 ? helped(before) : failed(before));
  }

  private static double signedThree(double value) {
    return value < 0 ? -Numbers.three(-value) : Numbers.three(value);
  }

  private static List<String> helped(Assessment reply) {
    return reply.ledger().stream()
        .filter(entry -> entry.kind() == LedgerEntry.Kind.RULE && entry.delta() > 0)
        .map(LedgerEntry::rule)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static List<String> failed(Assessment reply) {
    return reply.rules().entrySet().stream()
        .filter(rule -> rule.getValue() == Outcome.FAIL)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Null where no negative feeling was ever shown. */
  @Nullable AcknowledgmentLatency latency() {
    Analysis shown = null;
    for (Turn turn : turns) {
      if (shown == null) {
        shown = isCustomers(turn) ? showing(turn) : null;
      } else {
        Analysis message = isCustomers(turn) ? null : Acknowledgments.in(turn);
        if (message != null) {
          return new AcknowledgmentLatency(
              shown.index(), message.index(), course.waited(), seconds(shown, message));
        }
      }
    }
    return shown == null
        ? null
        : new AcknowledgmentLatency(shown.index(), null, course.waited(), null);
  }

  private static @Nullable Analysis showing(Turn turn) {
    for (Analysis message : turn.messages()) {
      if (Feelings.negative(Turn.of(message)) > 0) {
        return message;
      }
    }
    return null;
  }

  private static @Nullable Double seconds(Analysis from, Analysis to) {
    Instant begins = from.message().at();
    Instant ends = to.message().at();
    return begins == null || ends == null
        ? null
        : (Double) Numbers.three(Math.max(0, Signals.seconds(begins, ends)));
  }

  List<ReplyDelay> replyDelays() {
    List<ReplyDelay> delays = new ArrayList<>();
    for (int i = 1; i < turns.size(); i++) {
      if (!isCustomers(turns.get(i))) {
        delays.add(delay(turns.get(i - 1), turns.get(i)));
      }
    }
    return delays;
  }

  private ReplyDelay delay(Turn asked, Turn reply) {
    SignalValue delay = Signals.replyDelay(asked, reply);
    Outcome outcome =
        Objects.requireNonNull(assessments.get(reply.last().index())).rules().get(REPLY_DELAY);
    Boolean overdue =
        outcome == Outcome.FAIL || outcome == Outcome.PASS
            ? (Boolean) (outcome == Outcome.FAIL)
            : null;
    return new ReplyDelay(
        reply.messages().get(0).index(),
        delay.isThere() ? (Double) Numbers.three(delay.value()) : null,
        overdue);
  }
}
