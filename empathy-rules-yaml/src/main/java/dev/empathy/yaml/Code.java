package dev.empathy.yaml;

/**
 * The codes of what can be wrong with a rubric's form. They are stable: a code keeps its meaning.
 * {@code EMP-1003}, {@code EMP-1010} and those that follow it belong to the compiler.
 */
enum Code {
  UNREADABLE("EMP-1000", "The file cannot be read: missing, empty, not UTF-8, or no file."),
  NOT_YAML("EMP-1001", "The text is not YAML."),
  UNKNOWN_KEY("EMP-1002", "A key that this place does not know."),
  WRONG_TYPE("EMP-1004", "A text, a list or a map where another of them belongs."),
  BAD_VALUE("EMP-1005", "A value that this key does not take."),
  DUPLICATE_KEY("EMP-1006", "A key that stands twice in one map."),
  EXTENDS("EMP-1007", "A file to extend that is not found, not allowed, or extends itself."),
  NOT_THERE("EMP-1008", "A change of something that is not inherited."),
  LIMIT("EMP-1009", "Larger or deeper than a rubric may be, or with more faults than are listed."),
  MISSING_KEY("EMP-1101", "A key that must be there."),
  NOT_USED("EMP-1102", "A part of YAML that rubrics do not use: aliases, tags, merge keys."),
  COMMENT("EMP-1103", "A comment that begins inside a text."),
  SWALLOWED("EMP-1104", "A list item that became part of the text above it.");

  private final String id;
  private final String meaning;

  Code(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  String id() {
    return id;
  }

  /** One line for the documentation. */
  String meaning() {
    return meaning;
  }
}
