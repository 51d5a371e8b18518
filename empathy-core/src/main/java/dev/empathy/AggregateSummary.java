package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What many assessments come to together. A record of plain values: any JSON library writes and
 * reads it.
 *
 * @param schema the version of the JSON format, as in {@link Assessment}
 * @param conversations how many conversations were added as a whole
 * @param turns how many agents' turns were judged
 * @param score the mean score, 0..100, over the turns that have one
 * @param passed how many of the turns with a score passed
 * @param bands how many turns fell into each band
 * @param dimensions each dimension, over the turns in which it was assessed
 * @param rules each rule that was ever decided or unknown
 * @param customerMessages how many messages customers wrote
 * @param load how much strong negative feeling they wrote
 * @param emotions each emotion's mean strength, 0..1, over the customers' messages that show it
 * @param routes how often each route fired
 * @param channelConsistency how alike the channels are, where conversations were added with theirs;
 *     otherwise null
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "schema",
  "conversations",
  "turns",
  "score",
  "passed",
  "bands",
  "dimensions",
  "rules",
  "customerMessages",
  "load",
  "emotions",
  "routes",
  "channelConsistency"
})
public record AggregateSummary(
    int schema,
    long conversations,
    long turns,
    Mean score,
    Rate passed,
    Map<String, Long> bands,
    Map<String, DimensionSummary> dimensions,
    Map<String, RuleSummary> rules,
    long customerMessages,
    EmotionalLoad load,
    Map<String, Mean> emotions,
    Map<String, Long> routes,
    @Nullable ChannelConsistency channelConsistency)
    implements Serializable {

  /**
   * A dimension over many turns.
   *
   * @param score its mean score, 0..100, over the turns in which it was assessed
   * @param passed its rules' passes by opportunities
   */
  @JsonPropertyOrder({"score", "passed"})
  public record DimensionSummary(Mean score, Rate passed) implements Serializable {}

  /**
   * A rule over many turns. Turns to which it did not apply are in neither number.
   *
   * @param passed passes by opportunities
   * @param unknown how often the data could not tell
   */
  @JsonPropertyOrder({"passed", "unknown"})
  public record RuleSummary(Rate passed, long unknown) implements Serializable {}

  /**
   * What customers' feelings ask of whoever answers them: for rotating and breaks. It reads the
   * customers' words and says nothing of the agent's feelings.
   *
   * @param messages how many of the customers' messages show a negative emotion of at least 0.5
   * @param sum the strengths of these messages added up, each message by its strongest emotion
   */
  @JsonPropertyOrder({"messages", "sum"})
  public record EmotionalLoad(long messages, double sum) implements Serializable {}

  /**
   * The same rubric over several channels, each with the rubric's overrides for it.
   *
   * @param channels each channel by name
   * @param spread how far apart their mean scores are at most, 0..100 with three decimals; null
   *     with fewer than two that have one
   */
  @AbsentLeftOut
  @JsonPropertyOrder({"channels", "spread"})
  public record ChannelConsistency(Map<String, ChannelSummary> channels, @Nullable Double spread)
      implements Serializable {

    public ChannelConsistency {
      channels = Copies.of(channels);
    }
  }

  /**
   * One channel.
   *
   * @param conversations how many were added
   * @param score the mean score, 0..100, over the agents' turns that have one
   * @param passed how many of those passed
   */
  @JsonPropertyOrder({"conversations", "score", "passed"})
  public record ChannelSummary(long conversations, Mean score, Rate passed)
      implements Serializable {}

  public AggregateSummary {
    bands = Copies.of(bands);
    dimensions = Copies.of(dimensions);
    rules = Copies.of(rules);
    emotions = Copies.of(emotions);
    routes = Copies.of(routes);
  }
}
