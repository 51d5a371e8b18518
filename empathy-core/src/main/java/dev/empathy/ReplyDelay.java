package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited for one of the agent's turns. Pauses within a turn are none of it:
 * silence after a feeling was named on a call is no delay.
 *
 * @param message the 0-based index of the turn's first message
 * @param seconds from the end of what the customer said to it; 0 where they overlap; null where a
 *     time is not known
 * @param overdue whether the rule {@code reply-delay} says that it took too long for its channel;
 *     null where it does not say
 */
@AbsentLeftOut
@JsonPropertyOrder({"message", "seconds", "overdue"})
public record ReplyDelay(int message, @Nullable Double seconds, @Nullable Boolean overdue)
    implements Serializable {}
