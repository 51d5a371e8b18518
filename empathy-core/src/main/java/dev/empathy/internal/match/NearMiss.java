package dev.empathy.internal.match;

import dev.empathy.rubric.Phrase;

/**
 * The beginning of a phrase where the whole is not.
 *
 * @param phrase the phrase
 * @param number its 1-based number in its group
 * @param matched how many words of the phrase were found
 * @param of how many it has, if it is finished the shortest way
 * @param expected what could have come next, as the rubric writes it
 * @param start the first token found
 * @param end the token after the last one found
 * @param found the token that stands in the way, or -1 where the sentence ends
 */
public record NearMiss(
    Phrase phrase,
    int number,
    int matched,
    int of,
    String expected,
    int start,
    int end,
    int found) {

  /** Whether more of its phrase was found; of equals, more words, then the phrase before. */
  public boolean isNearerThan(NearMiss other) {
    int byShare = Integer.compare(matched * other.of, other.matched * of);
    if (byShare != 0) {
      return byShare > 0;
    }
    return matched != other.matched ? matched > other.matched : number < other.number;
  }
}
