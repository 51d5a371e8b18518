package dev.empathy;

import dev.empathy.AggregateSummary.ChannelConsistency;
import dev.empathy.AggregateSummary.ChannelSummary;
import dev.empathy.AggregateSummary.DimensionSummary;
import dev.empathy.AggregateSummary.EmotionalLoad;
import dev.empathy.AggregateSummary.RuleSummary;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Side;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Adds assessments up, to rates with their intervals and means with their number. One of these
 * stands for one group: an agent, a team, a channel, a customer, a week.
 *
 * <pre>{@code
 * Map<String, Aggregate> byAgent = new TreeMap<>();
 * byAgent.computeIfAbsent(agent, name -> Aggregate.of(engine)).add(assessment);
 * }</pre>
 *
 * <p>Everything is counted in whole numbers, so the order of adding and merging makes no difference
 * to any digit. What was not assessed counts nowhere. Not safe for use by several threads: give
 * each its own, and {@link #merge} them. Serializable.
 */
public final class Aggregate implements Serializable {

  private static final long serialVersionUID = 1L;

  /** From this strength on a feeling is strong. */
  private static final double STRONG = 0.5;

  private static final double TENTHS = 10;
  private static final double THOUSANDTHS = 1000;

  private final TreeSet<String> negative;
  private long conversations;
  private long turns;
  private long scored;
  private long scores;
  private long passed;
  private long customerMessages;
  private long loaded;
  private long load;
  private final TreeMap<String, long[]> bands = new TreeMap<>();

  /** Turns assessed, sum of scores in tenths, passes, opportunities. */
  private final TreeMap<String, long[]> dimensions = new TreeMap<>();

  /** Passes, opportunities, unknown. */
  private final TreeMap<String, long[]> rules = new TreeMap<>();

  /** Messages that show it, sum of strengths in thousandths. */
  private final TreeMap<String, long[]> emotions = new TreeMap<>();

  private final TreeMap<String, long[]> routes = new TreeMap<>();

  /** Conversations, turns with a score, sum of scores in tenths, turns that passed. */
  private final TreeMap<String, long[]> channels = new TreeMap<>();

  private Aggregate(Set<String> negative) {
    this.negative = new TreeSet<>(negative);
  }

  /** An empty one for assessments by this engine. */
  public static Aggregate of(EmpathyEngine engine) {
    Rubric rubric = engine.rubric();
    Set<String> negative = new TreeSet<>();
    rubric
        .emotions()
        .forEach(
            (name, emotion) -> {
              if (emotion.families().contains("negative")) {
                negative.add(name);
              }
            });
    return new Aggregate(negative);
  }

  /** Adds every message of a conversation, and what its own rules came to. */
  public void add(ConversationAssessment conversation) {
    conversations++;
    conversation.turns().forEach(this::add);
    Set<String> ofTurns = new HashSet<>();
    conversation.turns().forEach(turn -> ofTurns.addAll(turn.rules().keySet()));
    conversation
        .rules()
        .forEach(
            (rule, outcome) -> {
              if (!ofTurns.contains(rule)) {
                addRule(rule, outcome);
              }
            });
  }

  /**
   * Adds every message of a conversation, for comparing channels, too.
   *
   * @param channel where it took place: the assessment itself does not tell what a fact was
   */
  public void add(ConversationAssessment conversation, String channel) {
    add(conversation);
    long scored = 0;
    long sum = 0;
    long passed = 0;
    for (Assessment turn : conversation.turns()) {
      if (turn.score() != null) {
        scored++;
        sum += Math.round(turn.score() * TENTHS);
        passed += turn.passed() ? 1 : 0;
      }
    }
    count(channels, channel, 1, scored, sum, passed);
  }

  /**
   * Adds one message's assessment: of an agent's turn its score, dimensions and rules, of a
   * customer's message its emotions and routes. An earlier message of a turn ({@link Status#PART})
   * adds nothing. {@link Detail#CODES} does not tell how strong an emotion is, so that none of that
   * level counts.
   */
  public void add(Assessment assessment) {
    if (assessment.role().side() == Side.CUSTOMER) {
      addCustomer(assessment);
    } else if (assessment.role().side() == Side.AGENT && assessment.status() != Status.PART) {
      addTurn(assessment);
    }
  }

  private void addCustomer(Assessment assessment) {
    customerMessages++;
    double strongest = 0;
    for (EmotionScore score : assessment.emotions()) {
      Double strength = score.strength();
      if (score.message() == assessment.message() && strength != null) {
        count(emotions, score.emotion(), 1, thousandths(strength));
        strongest = negative.contains(score.emotion()) ? Math.max(strongest, strength) : strongest;
      }
    }
    if (strongest >= STRONG) {
      loaded++;
      load += thousandths(strongest);
    }
    assessment.routes().forEach(route -> count(routes, route.route(), 1));
  }

  private static long thousandths(double strength) {
    return Math.round(strength * THOUSANDTHS);
  }

  private void addTurn(Assessment assessment) {
    turns++;
    if (assessment.score() != null) {
      scored++;
      scores += Math.round(assessment.score() * TENTHS);
      passed += assessment.passed() ? 1 : 0;
    }
    if (assessment.band() != null) {
      count(bands, assessment.band(), 1);
    }
    for (DimensionScore dimension : assessment.dimensions()) {
      if (dimension.assessed()) {
        count(
            dimensions,
            dimension.id(),
            1,
            Math.round(dimension.score() * TENTHS),
            dimension.passes(),
            dimension.opportunities());
      }
    }
    assessment.rules().forEach(this::addRule);
  }

  private void addRule(String rule, Outcome outcome) {
    switch (outcome) {
      case PASS -> count(rules, rule, 1, 1, 0);
      case FAIL -> count(rules, rule, 0, 1, 0);
      case UNKNOWN -> count(rules, rule, 0, 0, 1);
      case SKIP -> {}
    }
  }

  private static void count(Map<String, long[]> counts, String name, long... amounts) {
    long[] sums = counts.computeIfAbsent(name, key -> new long[amounts.length]);
    for (int i = 0; i < amounts.length; i++) {
      sums[i] += amounts[i];
    }
  }

  /**
   * Adds everything that another one has counted; the other stays as it is.
   *
   * @return this one
   */
  public Aggregate merge(Aggregate other) {
    negative.addAll(other.negative);
    conversations += other.conversations;
    turns += other.turns;
    scored += other.scored;
    scores += other.scores;
    passed += other.passed;
    customerMessages += other.customerMessages;
    loaded += other.loaded;
    load += other.load;
    other.bands.forEach((name, sums) -> count(bands, name, sums));
    other.dimensions.forEach((name, sums) -> count(dimensions, name, sums));
    other.rules.forEach((name, sums) -> count(rules, name, sums));
    other.emotions.forEach((name, sums) -> count(emotions, name, sums));
    other.routes.forEach((name, sums) -> count(routes, name, sums));
    other.channels.forEach((name, sums) -> count(channels, name, sums));
    return this;
  }

  /** What was counted so far; maps are sorted by name. */
  public AggregateSummary summary() {
    return new AggregateSummary(
        Assessment.SCHEMA,
        conversations,
        turns,
        Mean.of(scores, scored, TENTHS),
        Rate.of(passed, scored),
        each(bands, sums -> sums[0]),
        each(
            dimensions,
            s -> new DimensionSummary(Mean.of(s[1], s[0], TENTHS), Rate.of(s[2], s[3]))),
        each(rules, sums -> new RuleSummary(Rate.of(sums[0], sums[1]), sums[2])),
        customerMessages,
        new EmotionalLoad(loaded, load / THOUSANDTHS),
        each(emotions, sums -> Mean.of(sums[1], sums[0], THOUSANDTHS)),
        each(routes, sums -> sums[0]),
        channels.isEmpty() ? null : consistency());
  }

  private ChannelConsistency consistency() {
    Map<String, ChannelSummary> all =
        each(
            channels,
            s -> new ChannelSummary(s[0], Mean.of(s[2], s[1], TENTHS), Rate.of(s[3], s[1])));
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int scored = 0;
    for (ChannelSummary channel : all.values()) {
      Double mean = channel.score().value();
      if (mean != null) {
        scored++;
        least = Math.min(least, mean);
        most = Math.max(most, mean);
      }
    }
    return new ChannelConsistency(all, scored < 2 ? null : (Double) Numbers.three(most - least));
  }

  private static <T> Map<String, T> each(Map<String, long[]> counts, Function<long[], T> value) {
    Map<String, T> all = new LinkedHashMap<>();
    counts.forEach((name, sums) -> all.put(name, value.apply(sums)));
    return all;
  }

  @Override
  public String toString() {
    return "Aggregate[" + conversations + " conversations, " + turns + " turns]";
  }
}
