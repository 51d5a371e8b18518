package dev.empathy;

import dev.empathy.internal.match.MatchLimits;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rubric and a message may ask of the engine. Neither can make it slow or exhaust it: a
 * rubric over a limit is an error that names the phrase; of a conversation or message over one the
 * rest is not read, and its {@code status} is {@link Status#TRUNCATED}. So is that of a message for
 * which all phrases together would have to try more than some 1,000 of their places for each of its
 * words; with the built-in rubric no text comes near.
 *
 * <pre>{@code
 * Limits limits = Limits.DEFAULT.withMessageCharacters(10_000);
 * EmpathyEngine.compile(rubric, SelfTest.STRICT, Extensions.NONE, limits);
 * }</pre>
 *
 * <p>Each is at least 1. The phrases of the locale pack count as the rubric's own do. Not to be
 * set: a gap spans at most 10 words in any rubric, so that a rubric means the same everywhere.
 *
 * <p>Immutable.
 *
 * @param messageCharacters UTF-16 units of a message that are read, at most 16 Mi; 1 Mi is a long
 *     mail thread. Time and memory grow in proportion, some 60 bytes a unit
 * @param hitsPerMessage hits of all cues together in a message, and parts of it that are listed as
 *     masked, at most 1,000,000; nobody reads 10,000. It bounds the size of an assessment
 * @param messagesPerConversation messages of a conversation, at most 1,000,000; 10,000 are a month
 *     of chat. Rules that ask of all earlier turns for {@code same}, or for {@code within} a time
 *     of a cue, cost the square of it; no others do. Of a conversation the first ones are read; of
 *     what leads to a reply the last ones
 * @param phrases phrases of a rubric and entries of its word lists, at most 1,000,000; 20,000 are
 *     ten times what the largest of ours has, and compile in a heap of 64 MiB. Each takes some two
 *     kilobytes meanwhile
 * @param phraseLength words that one phrase may cover, at most 256; 48 is a long sentence. With
 *     {@code phraseWidth} it bounds what a word of a message costs: no more than their product
 * @param phraseWidth places of one phrase that one text can keep in play together, at most 1,024;
 *     64 leaves room for several wide gaps over word lists
 * @param phraseStates places of one phrase with its names written out, at most 65,536; 4,096 serve
 *     the biggest word lists, and not a product of lists
 * @param depth brackets within brackets, and names within names, at most 20: reading goes down as
 *     far, and half a MiB of stack must do. People lose track long before
 */
public record Limits(
    int messageCharacters,
    int hitsPerMessage,
    int messagesPerConversation,
    int phrases,
    int phraseLength,
    int phraseWidth,
    int phraseStates,
    int depth)
    implements Serializable {

  /** What serves every rubric and message that we know of, a stranger's included. */
  public static final Limits DEFAULT =
      new Limits(
          1 << 20,
          10_000,
          10_000,
          MatchLimits.DEFAULT.phrases(),
          MatchLimits.DEFAULT.length(),
          MatchLimits.DEFAULT.width(),
          MatchLimits.DEFAULT.states(),
          MatchLimits.DEFAULT.depth());

  /**
   * @throws IllegalArgumentException if one is below 1 or above its bound
   */
  public Limits {
    check("messageCharacters", messageCharacters, 1 << 24);
    check("hitsPerMessage", hitsPerMessage, 1_000_000);
    check("messagesPerConversation", messagesPerConversation, 1_000_000);
    check("phrases", phrases, 1_000_000);
    check("phraseLength", phraseLength, 256);
    check("phraseWidth", phraseWidth, 1024);
    check("phraseStates", phraseStates, 1 << 16);
    check("depth", depth, 20);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is 1 to " + most + ", not " + value);
    }
  }

  /** These limits with another {@link #messageCharacters}. */
  public Limits withMessageCharacters(int most) {
    return new Limits(
        most,
        hitsPerMessage,
        messagesPerConversation,
        phrases,
        phraseLength,
        phraseWidth,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #hitsPerMessage}. */
  public Limits withHitsPerMessage(int most) {
    return new Limits(
        messageCharacters,
        most,
        messagesPerConversation,
        phrases,
        phraseLength,
        phraseWidth,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #messagesPerConversation}. */
  public Limits withMessagesPerConversation(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        most,
        phrases,
        phraseLength,
        phraseWidth,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #phrases}. */
  public Limits withPhrases(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        messagesPerConversation,
        most,
        phraseLength,
        phraseWidth,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #phraseLength}. */
  public Limits withPhraseLength(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        messagesPerConversation,
        phrases,
        most,
        phraseWidth,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #phraseWidth}. */
  public Limits withPhraseWidth(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        messagesPerConversation,
        phrases,
        phraseLength,
        most,
        phraseStates,
        depth);
  }

  /** These limits with another {@link #phraseStates}. */
  public Limits withPhraseStates(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        messagesPerConversation,
        phrases,
        phraseLength,
        phraseWidth,
        most,
        depth);
  }

  /** These limits with another {@link #depth}. */
  public Limits withDepth(int most) {
    return new Limits(
        messageCharacters,
        hitsPerMessage,
        messagesPerConversation,
        phrases,
        phraseLength,
        phraseWidth,
        phraseStates,
        most);
  }

  /** Those that are not the default ones, by name. */
  Map<String, Integer> unlikeDefault() {
    if (this == DEFAULT || equals(DEFAULT)) {
      return Map.of();
    }
    Map<String, Integer> all = named();
    all.entrySet().removeAll(DEFAULT.named().entrySet());
    return all;
  }

  private Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("messageCharacters", messageCharacters);
    named.put("hitsPerMessage", hitsPerMessage);
    named.put("messagesPerConversation", messagesPerConversation);
    named.put("phrases", phrases);
    named.put("phraseLength", phraseLength);
    named.put("phraseWidth", phraseWidth);
    named.put("phraseStates", phraseStates);
    named.put("depth", depth);
    return named;
  }

  /** The part that the phrases are held against. */
  MatchLimits ofPhrases() {
    return new MatchLimits(phrases, phraseLength, phraseWidth, phraseStates, depth);
  }
}
