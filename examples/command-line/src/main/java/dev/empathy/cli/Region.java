package dev.empathy.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file as SARIF writes it. Columns and offsets are in UTF-16 units, as every run says.
 *
 * @param startLine from 1
 * @param startColumn from 1
 * @param endLine the line of the last character
 * @param endColumn the column behind the last character
 * @param charOffset from 0, within the whole file
 * @param charLength how long it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"})
record Region(
    long startLine,
    @Nullable Integer startColumn,
    @Nullable Long endLine,
    @Nullable Integer endColumn,
    @Nullable Integer charOffset,
    @Nullable Integer charLength) {

  /** A whole line, or where a file begins. */
  static Region line(long number) {
    return new Region(number, null, null, null, null, null);
  }
}
