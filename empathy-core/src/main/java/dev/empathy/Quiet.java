package dev.empathy;

/**
 * What the rules of turns come to where nobody wrote anything: what they come to anywhere, unless
 * something {@linkplain Wakes wakes} them. Not to be changed.
 *
 * @param outcomes what each rule comes to
 * @param deltas per rule, what it brings or costs, in tenths
 */
record Quiet(Outcomes outcomes, int[] deltas) {

  /** Where all of so many rules have to be judged. */
  static Quiet unknown(int rules) {
    return new Quiet(Outcomes.none(rules), new int[rules]);
  }
}
