package dev.empathy.yaml;

/** How large a rubric may be. The files may come from strangers. */
final class Limits {

  /** Two MiB: fifty times the largest rubric we know of, and parsed within a second. */
  static final int FILE_BYTES = 2 * 1024 * 1024;

  /** Conditions in conditions in conditions need about twelve. */
  static final int DEPTH = 20;

  /** Files that one rubric may be made of, so that a chain of files comes to an end. */
  static final int FILES = 100;

  /** UTF-16 units of a line that a message shows; what is longer was not written by a person. */
  static final int SHOWN_LINE = 1000;

  private Limits() {}
}
