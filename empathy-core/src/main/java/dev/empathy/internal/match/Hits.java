package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * Hits as numbers, five to a hit, in the order in which they begin. Also keeps account of what
 * finding and explaining them costs: no rubric can make a message cost more than in proportion to
 * its length. It counts steps and no time, so that the same message gives the same hits everywhere.
 */
public final class Hits {

  private static final int FIELDS = 5;

  /** So many are few. */
  private static final int FEW = 64;

  private int most;

  /** All that can ever stand here: enough is known at the end of a token only. */
  private int room;

  private long steps;
  private long stepsOfPaths;

  private int[] fields = {};
  private int size;

  /** None, and room for none: to be used again and again. */
  Hits() {}

  /**
   * @param tokens how many tokens the message has
   * @param groups how many groups of phrases may hit at one token
   */
  Hits(int tokens, int groups) {
    begin(tokens, groups);
  }

  /** Forgets all hits, and begins with another message. */
  void begin(int tokens, int groups) {
    size = 0;
    most = MatchLimits.HITS + MatchLimits.HITS_PER_TOKEN * tokens;
    room = (most + groups) * FIELDS;
    steps = MatchLimits.STEPS + (long) MatchLimits.STEPS_PER_TOKEN * tokens;
    stepsOfPaths = MatchLimits.PATH_STEPS + (long) MatchLimits.PATH_STEPS_PER_TOKEN * tokens;
  }

  /** Whether they take little room, so that they are worth keeping for another message. */
  boolean areFew() {
    return fields.length <= FIELDS * FEW;
  }

  /** Takes off what finding cost; false where there was not so much left. */
  boolean spend(long cost) {
    steps -= cost;
    return !isCut();
  }

  /** Takes off what explaining cost; false where there was not so much left. */
  boolean spendOnPath(long cost) {
    stepsOfPaths -= cost;
    return isExplained();
  }

  /** Whether so much is left for explaining. */
  public boolean isEnoughForPaths(long cost) {
    return stepsOfPaths >= cost;
  }

  /** How many steps are left. */
  long steps() {
    return steps;
  }

  /** How many steps in explaining them are left. */
  long stepsOfPaths() {
    return stepsOfPaths;
  }

  /** Whether they are not all. */
  public boolean isCut() {
    return steps < 0 || size >= most;
  }

  /** Whether it could be told so far how each came about. */
  public boolean isExplained() {
    return stepsOfPaths >= 0;
  }

  void add(int group, int phrase, int start, int end, int state) {
    int at = size * FIELDS;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, Math.min(Math.max(FIELDS * 16, at * 2), room));
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

  /** The state that it ended with. */
  public int state(int hit) {
    return fields[hit * FIELDS + 4];
  }
}
