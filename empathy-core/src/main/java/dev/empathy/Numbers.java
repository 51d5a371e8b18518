package dev.empathy;

/** The two roundings there are; both half up, and both the same on every JVM. */
final class Numbers {

  /** What binary fractions may lack of a half: 1 − 0.65² is 0.5775 to a reader, and 0.578. */
  private static final double NOISE = 1e-9;

  /** From here on thousandths are not to be had from a double. */
  private static final double COARSE = 1e12;

  private Numbers() {}

  /** A strength, a ratio or a signal's value, to three places. */
  static double three(double value) {
    if (Math.abs(value) >= COARSE) {
      return value;
    }
    return Math.round(value * 1000 + NOISE) / 1000.0;
  }

  /** Tenths as a number with one place. */
  static double points(int tenths) {
    return tenths / 10.0;
  }

  /** {@code numerator / denominator}, half up; both at least 0, the denominator above 0. */
  static int divide(long numerator, long denominator) {
    return (int) ((2 * numerator + denominator) / (2 * denominator));
  }
}
