package dev.empathy.benchmarks.texts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Made-up words, the first ones the most common, as in any language. */
public final class Words {

  private static final String[] BEGINNINGS = {
    "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t",
    "tr", "w"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ea", "ou"};
  private static final String[] ENDINGS = {"", "n", "r", "s", "t", "nd", "ll", "ck"};

  private final List<String> words;

  /** Per word, the sum of the weights up to it. */
  private final double[] weights;

  private Words(List<String> words) {
    this.words = words;
    weights = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += 1.0 / (i + 3);
      weights[i] = sum;
    }
  }

  /** So many words, always the same ones. */
  public static Words of(int count) {
    SplittableRandom random = new SplittableRandom(20_261_122);
    Set<String> made = new LinkedHashSet<>();
    while (made.size() < count) {
      int syllables = 1 + random.nextInt(made.size() < 100 ? 1 : 3);
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        word.append(any(BEGINNINGS, random)).append(any(VOWELS, random));
      }
      made.add(word.append(any(ENDINGS, random)).toString());
    }
    return new Words(new ArrayList<>(made));
  }

  private static String any(String[] all, SplittableRandom random) {
    return all[random.nextInt(all.length)];
  }

  /** A word, common ones more often. */
  String common(SplittableRandom random) {
    double at = random.nextDouble() * weights[weights.length - 1];
    int low = 0;
    int high = weights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  /** Any word, all of them alike. */
  String any(SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  /**
   * Different phrases of two to four of these words; those of a smaller count are the first of
   * those of a larger one.
   */
  public List<String> phrases(int count) {
    SplittableRandom random = new SplittableRandom(7);
    Set<String> phrases = new LinkedHashSet<>();
    while (phrases.size() < count) {
      StringBuilder phrase = new StringBuilder(any(random));
      int more = 1 + random.nextInt(3);
      for (int i = 0; i < more; i++) {
        phrase.append(' ').append(any(random));
      }
      phrases.add(phrase.toString());
    }
    return List.copyOf(phrases);
  }

  /** Messages of these words, of 53 words each on average, and one in three with a phrase. */
  public List<String> messages(int count, List<String> phrases) {
    SplittableRandom random = new SplittableRandom(11);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder message = new StringBuilder();
      int length = 33 + random.nextInt(41);
      int at = random.nextInt(3 * length);
      for (int word = 0; word < length; word++) {
        message.append(word == 0 ? "" : word % 12 == 0 ? ". " : " ");
        message.append(word == at ? phrases.get(random.nextInt(phrases.size())) : common(random));
      }
      messages.add(message.append('.').toString());
    }
    return messages;
  }
}
