package dev.empathy;

/** stub. */
final class Advice {
  private Advice() {}

  static String of(Assessment a) {
    return "";
  }
}
