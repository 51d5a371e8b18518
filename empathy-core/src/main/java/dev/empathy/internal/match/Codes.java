package dev.empathy.internal.match;

/** The codes of issues with phrases and word lists; they never change their meaning. */
public final class Codes {

  /** Nothing has this name. */
  public static final String UNKNOWN_NAME = "EMP-1003";

  /** The phrase is not written as the phrase language wants it. */
  public static final String SYNTAX = "EMP-1030";

  /** A gap or an optional part where none may stand. */
  public static final String EDGE = "EMP-1031";

  /** The phrase can never match. */
  public static final String IMPOSSIBLE = "EMP-1032";

  /** The phrase is over a limit. */
  public static final String LIMIT = "EMP-1033";

  /** Names refer to each other in a circle. */
  public static final String CYCLE = "EMP-1034";

  /** One name for two things. */
  public static final String CLASH = "EMP-1035";

  private Codes() {}
}
