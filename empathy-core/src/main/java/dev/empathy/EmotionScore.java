package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How strongly a message speaks of an emotion.
 *
 * @param emotion the emotion
 * @param strength above 0, up to 1, with three decimals; null at {@link Detail#CODES}
 * @param message the 0-based index of the message in its conversation
 */
@AbsentLeftOut
@JsonPropertyOrder({"emotion", "strength", "message"})
public record EmotionScore(String emotion, @Nullable Double strength, int message)
    implements Serializable {}
