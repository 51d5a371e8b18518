package dev.empathy.cli;

/** A line of input that is not as it should be; says what is wrong with it. */
final class BadLineException extends Exception {

  BadLineException(String message) {
    super(message, null, false, false);
  }
}
