package dev.empathy.cli;

/** How results are written. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For tools that show findings in files: SARIF 2.1.0. */
  SARIF
}
