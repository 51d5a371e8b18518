package dev.empathy.internal.match;

import java.util.Arrays;

/** Hits as numbers, five to a hit, in the order in which they begin. */
public final class Hits {

  private static final int FIELDS = 5;

  private int[] fields = new int[FIELDS * 16];
  private int size;

  void add(int group, int phrase, int start, int end, int state) {
    int at = size * FIELDS;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, at * 2);
    }
    fields[at] = group;
    fields[at + 1] = phrase;
    fields[at + 2] = start;
    fields[at + 3] = end;
    fields[at + 4] = state;
    size++;
  }

  public int size() {
    return size;
  }

  /** The group of phrases that hit. */
  public int group(int hit) {
    return fields[hit * FIELDS];
  }

  /** The phrase, numbered in the order in which phrases were added. */
  public int phrase(int hit) {
    return fields[hit * FIELDS + 1];
  }

  /** Its first token. */
  public int start(int hit) {
    return fields[hit * FIELDS + 2];
  }

  /** The token after its last. */
  public int end(int hit) {
    return fields[hit * FIELDS + 3];
  }

  int state(int hit) {
    return fields[hit * FIELDS + 4];
  }
}
