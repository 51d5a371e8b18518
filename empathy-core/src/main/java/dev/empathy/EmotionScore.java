package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;

/**
 * How strongly a message speaks of an emotion.
 *
 * @param emotion the emotion
 * @param strength above 0, up to 1, with three decimals
 * @param message the 0-based index of the message in its conversation
 */
@JsonPropertyOrder({"emotion", "strength", "message"})
public record EmotionScore(String emotion, double strength, int message) implements Serializable {}
