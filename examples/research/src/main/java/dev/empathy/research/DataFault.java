package dev.empathy.research;

import org.jspecify.annotations.Nullable;

/** Data that are not what the experiment says of them. Never holds a text of theirs. */
final class DataFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Named cause;
  private final @Nullable String hint;

  /**
   * @param cause what of the experiment does not fit
   * @param message what the data are instead
   * @param hint what to do, or null
   */
  DataFault(Named cause, String message, @Nullable String hint) {
    super(message, null, false, false);
    this.cause = cause;
    this.hint = hint;
  }

  Named named() {
    return cause;
  }

  @Nullable String hint() {
    return hint;
  }
}
