package dev.empathy;

/**
 * What the rules of turns come to where nobody wrote anything: what they come to anywhere, unless
 * something {@linkplain Wakes wakes} them. Not to be changed.
 *
 * @param outcomes what each rule comes to
 * @param deltas per rule, what it brings or costs, in tenths
 */
record Quiet(Outcomes outcomes, int[] deltas) {}
