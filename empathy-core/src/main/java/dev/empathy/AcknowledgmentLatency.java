package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How long a customer who showed a negative feeling waited for the first acknowledgement.
 *
 * @param message the 0-based index of the message that showed it first
 * @param acknowledged that of the message that acknowledges it; null where none does
 * @param turns how many turns of the agent's side went by without it: 0 where the first reply has
 *     it, all of them where none has
 * @param seconds from the beginning of the one message to that of the other; null where there is no
 *     acknowledgement or a time is not known
 */
@AbsentLeftOut
@JsonPropertyOrder({"message", "acknowledged", "turns", "seconds"})
public record AcknowledgmentLatency(
    int message, @Nullable Integer acknowledged, int turns, @Nullable Double seconds)
    implements Serializable {}
