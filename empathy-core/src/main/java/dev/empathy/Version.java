package dev.empathy;

/** The engine's version, as receipts name it. */
final class Version {

  /** Raised with the project's version; a test holds the two together. */
  static final String ENGINE = "0.1.0";

  private Version() {}
}
