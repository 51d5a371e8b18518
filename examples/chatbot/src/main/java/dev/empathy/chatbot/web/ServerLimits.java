package dev.empathy.chatbot.web;

/**
 * What a server takes on.
 *
 * @param requestBytes of a request's body; a rubric of some thousand lines fits in
 * @param bodyRate bytes of a body that must come each second; the slowest networks bring more
 * @param bodyGraceMillis how long a body may come more slowly at first
 * @param headerBytes of a request's head
 * @param connections open at once; a browser opens six
 * @param concurrent requests answered at once; others wait
 * @param waiting requests that wait at once; further ones are refused
 * @param waitMillis how long a request waits before it is refused
 * @param idleMillis how long a connection may be silent
 * @param compiles rubrics typed in pages that wait for being compiled, one at a time; some fewer
 *     than {@code concurrent}, so that others are answered meanwhile
 * @param compileMillis how long such a rubric may take, its turn included; the built-in one takes a
 *     second or two
 * @param engines rubrics edited in pages that are kept compiled
 */
record ServerLimits(
    int requestBytes,
    int bodyRate,
    long bodyGraceMillis,
    int headerBytes,
    int connections,
    int concurrent,
    int waiting,
    long waitMillis,
    long idleMillis,
    int compiles,
    long compileMillis,
    int engines) {

  static final ServerLimits DEFAULT =
      new ServerLimits(256 * 1024, 1024, 5_000, 8 * 1024, 64, 8, 64, 10_000, 15_000, 4, 10_000, 8);
}
