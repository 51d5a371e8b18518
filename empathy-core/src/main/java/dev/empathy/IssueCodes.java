package dev.empathy;

/** The codes of what compiling finds beyond phrases; they never change their meaning. */
final class IssueCodes {

  static final String TOO_MANY = "EMP-1009";
  static final String UNKNOWN_CUE = "EMP-1010";
  static final String UNKNOWN_RULE = "EMP-1011";
  static final String UNKNOWN_EMOTION = "EMP-1012";
  static final String UNKNOWN_DIMENSION = "EMP-1013";
  static final String UNKNOWN_SIGNAL = "EMP-1014";
  static final String UNKNOWN_DETECTOR = "EMP-1015";
  static final String UNKNOWN_FACT = "EMP-1016";
  static final String UNKNOWN_TEMPLATE_NAME = "EMP-1017";
  static final String RULE_CYCLE = "EMP-1018";
  static final String SCORE_WITHOUT_DIMENSION = "EMP-1019";
  static final String EXAMPLE_FAILED = "EMP-1020";
  static final String BAD_EXAMPLE = "EMP-1021";
  static final String UNKNOWN_BAND = "EMP-1022";
  static final String NEVER_HOLDS = "EMP-1023";
  static final String UNUSED = "EMP-1024";
  static final String GAP_CLOSED = "EMP-1025";
  static final String LIMIT = "EMP-1033";
  static final String NEVER_HITS = "EMP-1040";
  static final String SHADOWED = "EMP-1041";
  static final String REPEATED = "EMP-1042";
  static final String RULE_NOT_REACHED = "EMP-1043";
  static final String BAND_NOT_REACHED = "EMP-1044";
  static final String NO_EFFECT = "EMP-1045";
  static final String OTHER_WORD = "EMP-1046";
  static final String NEVER_APPLIES = "EMP-1047";
  static final String RESPONSE_NOT_REACHED = "EMP-1048";

  private IssueCodes() {}
}
