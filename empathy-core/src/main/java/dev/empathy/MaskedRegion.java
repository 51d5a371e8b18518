package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is not its writer's words. It stays where it is and is not matched.
 *
 * @param kind {@code quote}, {@code signature}, {@code code}, {@code html}, {@code url}, {@code
 *     email-address}, {@code mention}, {@code placeholder} or {@code redacted}; {@code other} only
 *     where the caller said so
 * @param span where; null at {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"kind", "span"})
public record MaskedRegion(String kind, @Nullable Span span) implements Serializable {}
