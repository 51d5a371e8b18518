package dev.empathy.yaml;

/** What is left of the limits that all files of a rubric share. Used up while they are read. */
final class Room {

  private int bytes = Limits.BYTES;
  private int nodes = Limits.NODES;

  /** Takes the room of a file; false where there is not so much. */
  boolean takesBytes(int count) {
    bytes -= Math.min(bytes + 1, count);
    return bytes >= 0;
  }

  /** Takes the room of one more text, list or map; false where there is none. */
  boolean takesNode() {
    return nodes-- > 0;
  }
}
