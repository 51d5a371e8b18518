package dev.empathy.yaml;

import dev.empathy.spi.Signal;
import java.io.Serializable;
import java.util.List;

/**
 * How easy a turn is to read: 206.835 − 1.015 · words per sentence − 84.6 · syllables per word.
 * About 100 is very easy, about 0 very hard. Rudolf Flesch, A new readability yardstick, Journal of
 * Applied Psychology 32 (1948), 221–233. Syllables are counted as runs of vowels, a silent e at the
 * end left out.
 */
final class ReadingEase implements Signal, Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public double measure(List<String> texts) {
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    for (String text : texts) {
      for (String sentence : text.split("[.!?]+")) {
        int before = words;
        for (String word : sentence.split("[^\\p{L}']+")) {
          words += word.isEmpty() ? 0 : 1;
          syllables += word.isEmpty() ? 0 : syllables(word);
        }
        sentences += words > before ? 1 : 0;
      }
    }
    return words == 0 ? Double.NaN : 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }

  private static int syllables(String word) {
    int count = 0;
    boolean inVowels = false;
    for (char c : word.toCharArray()) {
      boolean vowel = "aeiouyAEIOUY".indexOf(c) >= 0;
      count += vowel && !inVowels ? 1 : 0;
      inVowels = vowel;
    }
    boolean silent = word.endsWith("e") && !word.endsWith("le");
    return Math.max(1, silent ? count - 1 : count);
  }
}
