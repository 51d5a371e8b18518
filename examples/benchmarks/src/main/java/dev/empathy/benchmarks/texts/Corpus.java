package dev.empathy.benchmarks.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Rubric;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages to measure on, always as many. */
public final class Corpus {

  /** How many messages a corpus has; a smaller one is gone through again. */
  public static final int SIZE = 20_000;

  private Corpus() {}

  /**
   * The texts of {@code messages.jsonl} in a folder.
   *
   * @throws IOException if there is none, or a line of it is no JSON
   */
  public static List<String> real(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    Path file = folder.resolve("messages.jsonl");
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode text = json.readTree(line).get("text");
        if (text != null) {
          texts.add(text.textValue());
        }
      }
    }
    if (texts.isEmpty()) {
      throw new IOException(file + " has no texts");
    }
    return sized(texts);
  }

  private static List<String> sized(List<String> texts) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      all.add(texts.get(i % texts.size()));
    }
    return List.copyOf(all);
  }

  /**
   * Messages of 53 words on average, drawn from the words of the rubric's examples as often as they
   * stand there, with some of the phrases among them: about 1.6 hits a message. Always the same for
   * the same rubric.
   */
  public static List<String> generated(Rubric rubric, List<String> phrases) {
    List<String> words = words(rubric);
    SplittableRandom random = new SplittableRandom(2026);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      messages.add(message(words, phrases, random));
    }
    return List.copyOf(messages);
  }

  private static String message(List<String> words, List<String> phrases, SplittableRandom random) {
    int length = 33 + random.nextInt(38);
    StringBuilder text = new StringBuilder();
    int sentence = 0;
    for (int written = 0; written < length; ) {
      boolean begins = sentence == 0;
      boolean phrase = random.nextInt(1000) < 29;
      String next =
          phrase
              ? phrases.get(random.nextInt(phrases.size()))
              : words.get(random.nextInt(words.size()));
      text.append(text.length() == 0 ? "" : " ");
      text.append(begins ? Character.toUpperCase(next.charAt(0)) + next.substring(1) : next);
      written += phrase ? next.split(" ").length : 1;
      if (++sentence > 5 && random.nextInt(6) == 0) {
        text.append(random.nextInt(8) == 0 ? '!' : '.');
        sentence = 0;
      } else if (random.nextInt(25) == 0) {
        text.append(',');
      }
    }
    return text.append(sentence == 0 ? "" : ".").toString();
  }

  /** The words of the examples, each as often as it stands there. */
  private static List<String> words(Rubric rubric) {
    List<String> words = new ArrayList<>();
    for (Cue cue : rubric.cues().values()) {
      cue.hits().forEach(example -> addWords(example.text().value(), words));
      cue.misses().forEach(example -> addWords(example.text().value(), words));
    }
    return words;
  }

  private static void addWords(String text, List<String> words) {
    for (String word : FoldedText.of(text).split("[^a-z']+")) {
      if (!word.isEmpty() && word.charAt(0) != '\'' && !word.endsWith("'")) {
        words.add(word);
      }
    }
  }

  /** Every so-manieth message. */
  public static List<String> sample(List<String> messages, int count) {
    List<String> sample = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sample.add(messages.get((int) ((long) i * messages.size() / count)));
    }
    return List.copyOf(sample);
  }
}
