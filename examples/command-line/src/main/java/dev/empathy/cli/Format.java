package dev.empathy.cli;

/** How results are written. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
