package dev.empathy.cli;

/** How a table is written. */
enum TableFormat {
  /** For people at a terminal. */
  TABLE,
  /** For programs. */
  JSON,
  /** For a page. */
  MARKDOWN
}
