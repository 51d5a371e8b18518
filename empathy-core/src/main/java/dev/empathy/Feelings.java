package dev.empathy;

/** How strong the feelings of a turn are. */
final class Feelings {

  private static final String NEGATIVE = "negative";

  private Feelings() {}

  /** The strongest emotion of the family {@code negative}, 0..1. */
  static double negative(Turn turn) {
    Program program = turn.last().program();
    double most = 0;
    for (int emotion = 0; emotion < program.emotions().size(); emotion++) {
      if (program.isFamily(emotion, NEGATIVE)) {
        most = Math.max(most, turn.emotion(emotion));
      }
    }
    return most;
  }
}
