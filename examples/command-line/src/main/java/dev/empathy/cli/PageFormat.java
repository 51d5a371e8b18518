package dev.empathy.cli;

/** How a rubric is shown. */
enum PageFormat {
  /** For people at a terminal; of a whole rubric, YAML. */
  TEXT,
  /** For programs. */
  JSON,
  /** A page about all that it recognises. */
  MARKDOWN
}
