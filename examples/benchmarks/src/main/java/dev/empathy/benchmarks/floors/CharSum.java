package dev.empathy.benchmarks.floors;

/** Looks at each character. */
final class CharSum implements Pass {

  @Override
  public long over(String text) {
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum;
  }
}
