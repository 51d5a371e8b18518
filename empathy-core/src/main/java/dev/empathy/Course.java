package dev.empathy;

import dev.empathy.rubric.Side;

/**
 * How a conversation has gone so far, in a few numbers: the customer's negative feelings, and how
 * long they waited to be acknowledged. Each turn makes the next of these out of the one before.
 *
 * @param felt how many turns of the customer there were
 * @param first the negative feeling of the first of them, 0..1
 * @param peak the strongest
 * @param last that of the last
 * @param shown whether any of them showed a negative feeling
 * @param waited how many turns of the agent's side went by since without an acknowledgement
 * @param acknowledged whether there has been one since
 */
record Course(
    int felt,
    double first,
    double peak,
    double last,
    boolean shown,
    int waited,
    boolean acknowledged) {

  /** Before anything was written. */
  static final Course START = new Course(0, 0, 0, 0, false, 0, false);

  Course and(Turn turn) {
    return turn.side() == Side.CUSTOMER ? felt(Feelings.negative(turn)) : answered(turn);
  }

  private Course felt(double feeling) {
    return new Course(
        felt + 1,
        felt == 0 ? feeling : first,
        Math.max(peak, feeling),
        feeling,
        shown || feeling > 0,
        waited,
        acknowledged);
  }

  private Course answered(Turn turn) {
    if (!shown || acknowledged) {
      return this;
    }
    boolean now = Acknowledgments.in(turn) != null;
    return new Course(felt, first, peak, last, true, now ? waited : waited + 1, now);
  }
}
