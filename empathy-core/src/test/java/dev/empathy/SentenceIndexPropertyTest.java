package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.SentenceIndex.Sentence;
import dev.empathy.internal.text.Language;
import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Held against the plain way: compare each sentence with every one before. */
class SentenceIndexPropertyTest {

  private static final Scanner SCANNER = new Scanner(Language.NONE, Vocabulary.EMPTY);

  private static List<Sentence> sentences(String text) {
    return SentenceIndex.sentences(SCANNER.scan(text, false));
  }

  private static Sentence sentence(List<String> words) {
    List<Sentence> sentences = sentences(String.join(" ", words));
    assertThat(sentences).hasSize(1);
    return sentences.get(0);
  }

  private static void add(SentenceIndex index, String text) {
    sentences(text).forEach(index::add);
  }

  private static boolean has(SentenceIndex index, String text) {
    return index.has(sentences(text).get(0));
  }

  /** The reference: the words of both together, and how many of them they share. */
  private static boolean near(List<String> a, List<String> b) {
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return shared.size() * 10 >= all.size() * 7;
  }

  private static boolean nearAny(List<String> one, List<List<String>> others) {
    return others.stream().anyMatch(other -> near(one, other));
  }

  /** Few words, so that sentences share many. */
  @Provide
  Arbitrary<List<List<String>>> texts() {
    return Arbitraries.integers()
        .between(0, 14)
        .map(number -> "word" + (char) ('a' + number))
        .list()
        .ofMinSize(5)
        .ofMaxSize(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property(tries = 1000)
  void what_is_found_is_there(@ForAll("texts") List<List<String>> texts) {
    SentenceIndex index = new SentenceIndex();
    List<List<String>> before = new ArrayList<>();
    for (List<String> words : texts) {
      if (index.has(sentence(words))) {
        assertThat(nearAny(words, before)).as("%s in %s", words, before).isTrue();
      }
      index.add(sentence(words));
      before.add(words);
    }
  }

  @Property(tries = 500)
  void what_was_said_is_always_found(@ForAll("texts") List<List<String>> texts) {
    SentenceIndex index = new SentenceIndex();
    texts.forEach(words -> index.add(sentence(words)));
    texts.forEach(words -> assertThat(index.has(sentence(words))).isTrue());
    assertThat(new SentenceIndex().has(sentence(texts.get(0)))).isFalse();
  }

  @Property(tries = 1000)
  void nearness_is_exact(@ForAll("texts") List<List<String>> texts) {
    List<String> a = texts.get(0);
    for (List<String> b : texts) {
      assertThat(SentenceIndex.isNear(sentence(a).words(), sentence(b).words()))
          .isEqualTo(near(a, b));
    }
  }

  /** Templates with a word or two changed, among a thousand other sentences; always the same. */
  @Example
  void hardly_any_is_missed() {
    Random random = new Random(42);
    SentenceIndex index = new SentenceIndex();
    List<List<String>> before = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      List<String> words = random(random, 6 + random.nextInt(15));
      before.add(words);
      index.add(sentence(words));
    }
    int near = 0;
    int found = 0;
    for (List<String> words : before) {
      for (int changes = 1; changes <= 3; changes++) {
        List<String> changed = new ArrayList<>(words);
        for (int change = 0; change < changes; change++) {
          changed.set(random.nextInt(changed.size()), "other" + random.nextInt(1000));
        }
        if (near(changed, words)) {
          near++;
          found += index.has(sentence(changed)) ? 1 : 0;
        }
      }
    }
    assertThat(near).isGreaterThan(1500);
    assertThat(found).isGreaterThan(near * 99 / 100);
  }

  private static List<String> random(Random random, int length) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      words.add("word" + random.nextInt(500));
    }
    return words;
  }

  @Example
  void a_template_is_known_whatever_fills_it() {
    SentenceIndex index = new SentenceIndex();
    add(index, "We refunded $5.00 to [CARD] today, see https://a.example/1 for 3 details");
    assertThat(has(index, "we refunded 12€ to XXXX today, see ann@b.org for 17 details!")).isTrue();
    assertThat(has(index, "WE REFUNDED $5.00 TO [CARD] TODAY? SEE IT")).isFalse();
  }

  @Example
  void order_case_marks_and_emoji_do_not_matter() {
    SentenceIndex index = new SentenceIndex();
    add(index, "Thank you for contacting Acme Support");
    assertThat(has(index, "thank you, for contacting ACME support 😊")).isTrue();
    assertThat(has(index, "for contacting Acme Support thank you?")).isTrue();
    assertThat(has(index, "Thank you for contacting Brown Brothers")).isFalse();
  }

  @Example
  void short_sentences_do_not_count() {
    assertThat(sentences("Thank you very much. How are you? Please hold the line now.")).hasSize(1);
    assertThat(sentences("one two three four")).isEmpty();
    assertThat(sentences("one two three four five")).hasSize(1);
    assertThat(sentences("one two three four 😊 😊 😊?")).isEmpty();
    assertThat(sentences("")).isEmpty();
  }

  @Example
  void a_quoted_sentence_is_not_the_writers() {
    assertThat(sentences("> we are sorry for the delay\nNow this is my own sentence")).hasSize(1);
  }

  @Example
  void sets_are_sorted_and_without_doubles() {
    long[] words = sentence(Arrays.asList("b b a c a d e".split(" "))).words();
    assertThat(words).isSorted().doesNotHaveDuplicates().hasSize(5);
    String same = Arrays.stream("e d c b a".split(" ")).collect(Collectors.joining(" "));
    assertThat(sentences(same).get(0).words()).isEqualTo(words);
  }
}
