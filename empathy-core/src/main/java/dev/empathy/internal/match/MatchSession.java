package dev.empathy.internal.match;

import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenReader;
import dev.empathy.internal.text.Tokens;

/**
 * Reads and matches one message after the other and uses all that it needs again: once it has room
 * for a message, the next of that length allocates nothing. Tokens and hits are overwritten by the
 * next message. No two threads may use one at a time.
 */
public final class MatchSession {

  private final Scanner scanner;
  private final Automaton automaton;
  private final Automaton.Scratch scratch;
  private final TokenReader reader = new TokenReader();
  private final Hits hits = new Hits();

  MatchSession(Scanner scanner, Automaton automaton, Automaton.Scratch scratch) {
    this.scanner = scanner;
    this.automaton = automaton;
    this.scratch = scratch;
  }

  /**
   * Reads a message.
   *
   * @param text any text
   * @param newlineEndsSentence whether every end of a line is the end of a sentence, as in chat
   */
  public Tokens read(String text, boolean newlineEndsSentence) {
    return scanner.scan(text, newlineEndsSentence, reader);
  }

  /** Every hit in a message, as {@link Matcher#match} finds them. */
  public Hits match(Tokens tokens) {
    hits.begin(tokens.size(), automaton.groups());
    automaton.match(tokens, hits, scratch);
    return hits;
  }
}
