package dev.empathy.internal.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Finds phrases that others make superfluous. States of the automaton are shared, and every path
 * into a state is a path of every phrase that ends there; so where all ends of a phrase are ends of
 * its rivals too, the rivals match whatever it matches, at the same place.
 */
final class Shadows {

  static final int NONE = -1;
  private static final int UNSEEN = -2;

  private Shadows() {}

  /**
   * @param acceptsAt per state, where its part of {@code accepts} begins
   * @param accepts the phrases that end with states, in rising order
   * @param groupOf per phrase, its group
   * @param rivalOf per group, the group whose phrases are held against its own; where that is the
   *     group itself, only earlier phrases count; negative for none
   * @return per phrase, a rival that matches too, or {@link #NONE} where some match is its alone
   */
  static int[] of(int[] acceptsAt, int[] accepts, int[] groupOf, IntUnaryOperator rivalOf) {
    int[] rivals = new int[groupOf.length];
    Arrays.fill(rivals, UNSEEN);
    for (int state = 0; state + 1 < acceptsAt.length; state++) {
      if (acceptsAt[state] == acceptsAt[state + 1]) {
        continue;
      }
      int[] ending = Arrays.copyOfRange(accepts, acceptsAt[state], acceptsAt[state + 1]);
      Map<Integer, Integer> first = new HashMap<>();
      for (int phrase : ending) {
        first.putIfAbsent(groupOf[phrase], phrase);
      }
      for (int phrase : ending) {
        int rival = first.getOrDefault(rivalOf.applyAsInt(groupOf[phrase]), phrase);
        if (rival == phrase) {
          rivals[phrase] = NONE;
        } else if (rivals[phrase] == UNSEEN) {
          rivals[phrase] = rival;
        }
      }
    }
    return Arrays.stream(rivals).map(rival -> Math.max(NONE, rival)).toArray();
  }
}
