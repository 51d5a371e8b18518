package dev.empathy.cli;

/** The command line's door. */
public final class Main {

  private Main() {}

  /** Prints the usage; the commands come later. */
  public static void main(String[] args) {
    System.out.println("usage: empathy COMMAND [ARGUMENT]...");
  }
}
