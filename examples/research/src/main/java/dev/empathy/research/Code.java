package dev.empathy.research;

/** The stable codes of what can be wrong with an experiment. */
enum Code {
  /** The file cannot be read: missing, empty, or not UTF-8. */
  UNREADABLE("EXP-1000"),
  /** The text is not YAML. */
  NOT_YAML("EXP-1001"),
  /** A key that this place does not know. */
  UNKNOWN_KEY("EXP-1002"),
  /** A name that the rubric or the experiment does not have. */
  UNKNOWN_NAME("EXP-1003"),
  /** A text, a list or a map where another of them belongs. */
  WRONG_TYPE("EXP-1004"),
  /** A value that this key does not take. */
  BAD_VALUE("EXP-1005"),
  /** A key that stands twice in one map. */
  DUPLICATE_KEY("EXP-1006"),
  /** A measure that does not fit what it is to measure. */
  MISFIT("EXP-1007"),
  /** A key that must be there. */
  MISSING_KEY("EXP-1101"),
  /** The data are not what the experiment says. */
  DATA("EXP-1200");

  private final String id;

  Code(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
