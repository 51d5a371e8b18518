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

  /** How many more texts, lists and maps there is room for. */
  int nodes() {
    return Math.max(0, nodes);
  }

  /** Takes the room of a file and what it holds, or nothing where there is not so much. */
  boolean takes(int count, int trees) {
    if (bytes < count || nodes < trees) {
      return false;
    }
    bytes -= count;
    nodes -= trees;
    return true;
  }
}
