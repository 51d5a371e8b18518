package dev.empathy.cli;

/** Bad input, with the one line that tells the user so. */
final class Failure extends RuntimeException {

  Failure(String message) {
    super(message, null, false, false);
  }
}
