package dev.empathy.cli;

/** What an underline stands for, in rising rank: where two meet, the higher colours the words. */
enum Mark {
  /** A cue that was found. */
  FOUND("~", Paint.CYAN),
  STRENGTH("~", Paint.GREEN),
  ISSUE("^", Paint.RED);

  private final String below;
  private final String colour;

  Mark(String below, String colour) {
    this.below = below;
    this.colour = colour;
  }

  /** One column of it. */
  String below() {
    return below;
  }

  String colour() {
    return colour;
  }

  static Mark graver(Mark a, Mark b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
