package dev.empathy.yaml;

import dev.empathy.spi.CueDetector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says which sentences are requests: naive Bayes over the set of a sentence's words, learnt from a
 * handful of sentences. A stand-in for any classifier that a caller may have.
 */
final class RequestDetector implements CueDetector, Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<String> REQUESTS =
      List.of(
          "please send me a new one",
          "could you check my order",
          "can you call me back",
          "please tell me where it is",
          "would you please refund me",
          "i want you to cancel my order");

  private static final List<String> OTHERS =
      List.of(
          "my order is late",
          "it was broken when it came",
          "i am not happy",
          "the box was empty",
          "i ordered it on monday",
          "thanks for the quick answer");

  /** Log of how much likelier a word is in a request, with one added to every count. */
  private final Map<String, Double> weights = new HashMap<>();

  RequestDetector() {
    Map<String, Integer> requests = counts(REQUESTS);
    Map<String, Integer> others = counts(OTHERS);
    Set<String> words = new HashSet<>(requests.keySet());
    words.addAll(others.keySet());
    for (String word : words) {
      double in = (requests.getOrDefault(word, 0) + 1.0) / (REQUESTS.size() + 2);
      double out = (others.getOrDefault(word, 0) + 1.0) / (OTHERS.size() + 2);
      weights.put(word, StrictMath.log(in / out));
    }
  }

  private static Map<String, Integer> counts(List<String> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    sentences.forEach(one -> words(one).forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts;
  }

  /** Each once, in the order of the sentence: sums of doubles depend on their order. */
  private static List<String> words(String sentence) {
    return List.of(sentence.toLowerCase(Locale.ROOT).split("[^a-z']+")).stream()
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public List<Span> find(String text, Writer writer) {
    List<Span> requests = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean ends = i == text.length() || ".!?\n".indexOf(text.charAt(i)) >= 0;
      if (ends) {
        String sentence = text.substring(start, i);
        if (isRequest(sentence)) {
          requests.add(new Span(start + sentence.indexOf(sentence.strip()), i));
        }
        start = i + 1;
      }
    }
    return requests;
  }

  private boolean isRequest(String sentence) {
    double odds = 0;
    for (String word : words(sentence)) {
      odds += weights.getOrDefault(word, 0.0);
    }
    return odds > 0.5;
  }
}
