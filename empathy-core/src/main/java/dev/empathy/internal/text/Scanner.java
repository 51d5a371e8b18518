package dev.empathy.internal.text;

import java.util.List;

/**
 * Turns a text into tokens. The one scanner for messages and for the phrases of rubrics, so that
 * the two always agree. One pass from left to right with bounded looks ahead, no recursion, no
 * regular expression; any text is accepted, lone surrogates included. Immutable and thread-safe.
 *
 * <p>A token is a word, a number, an emoji, or something that stands for one (a link, a redaction
 * mark). Words are folded: letter case by the root locale, composed and decomposed accents and
 * compatibility forms by NFKC, all apostrophes into one, invisible characters left out. Joined
 * words are split ({@code I'm} → {@code i am}), and both tokens keep the place of the written word.
 */
public final class Scanner {

  /** What a pass needs; used again and again by its thread, for whichever scanner. */
  private static final ThreadLocal<TokenReader> READER = ThreadLocal.withInitial(TokenReader::new);

  private final Dictionary dictionary;

  /**
   * @param language how words are joined and shortened
   * @param vocabulary which words have symbols of their own
   */
  public Scanner(Language language, Vocabulary vocabulary) {
    this.dictionary = new Dictionary(language, vocabulary);
  }

  /**
   * Scans a message.
   *
   * @param text any text
   * @param newlineEndsSentence whether every end of a line is the end of a sentence, as in chat
   */
  public Tokens scan(String text, boolean newlineEndsSentence) {
    return scan(text, newlineEndsSentence, List.of());
  }

  /**
   * Scans a message of which parts are known not to be the writer's words. What stands between them
   * is scanned piece by piece, so that no word and no region found there reaches into them.
   *
   * @param text any text
   * @param newlineEndsSentence whether every end of a line is the end of a sentence, as in chat
   * @param given the parts, in any order; what of them lies beyond the text does not count
   */
  public Tokens scan(String text, boolean newlineEndsSentence, List<Region> given) {
    return read(text, newlineEndsSentence, given, false);
  }

  /** Reads with what this thread keeps; of a long text nothing is copied, and nothing kept. */
  private Tokens read(String text, boolean chat, List<Region> given, boolean keepForms) {
    Tokens tokens = READER.get().read(dictionary, text, chat, given, keepForms);
    if (text.length() <= TokenReader.KEPT) {
      return tokens.copy();
    }
    READER.remove();
    return tokens;
  }

  /**
   * Scans a message into tokens that the next call with the same reader overwrites: nothing is
   * allocated but for words that no table folds.
   *
   * @param text any text
   * @param newlineEndsSentence whether every end of a line is the end of a sentence, as in chat
   * @param reader what the pass needs; no two threads may use one at a time
   */
  public Tokens scan(String text, boolean newlineEndsSentence, TokenReader reader) {
    return reader.read(dictionary, text, newlineEndsSentence, List.of(), false);
  }

  /** Scans a piece of a rubric, and keeps the folded forms. */
  public Tokens scanForms(String text) {
    return read(text, false, List.of(), true);
  }
}
