package dev.empathy.yaml;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The worst rubrics within the default limits that we could think of, each with its worst message,
 * at 25,000 to 200,000 characters in one warm JVM; and the built-in rubric, to compare. Prints the
 * thread's milliseconds of the second run and what a doubling of the message costs: in a linear
 * engine about 2. By hand, after {@code mvn test-compile}, with the class path of the tests: {@code
 * java -cp … dev.empathy.yaml.WorstRubrics}, and parts of names if not all are wanted.
 *
 * <p>What is measured: the assessment of a reply that has this length, after a customer's message
 * of the same.
 */
final class WorstRubrics {

  private static final int[] SIZES = {25_000, 50_000, 100_000, 200_000};

  private static final String HEAD = "empathy: 1\nrubric: worst\nversion: 1.0.0\nlocale: en\n";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Worst(String name, EmpathyEngine engine, String piece) {}

  private WorstRubrics() {}

  public static void main(String[] arguments) throws IOException {
    List<String> wanted = List.of(arguments);
    System.out.printf(
        Locale.ROOT,
        "%-34s %8s %8s %8s %8s   %4s %4s %4s %9s  %s%n",
        "rubric and message",
        "25k",
        "50k",
        "100k",
        "200k",
        "x2",
        "x2",
        "x2",
        "ns/char",
        "status, hits");
    for (String[] one : all()) {
      if (wanted.isEmpty() || wanted.stream().anyMatch(one[0]::contains)) {
        measure(new Worst(one[0], engine(one[1]), one[2]));
      }
    }
  }

  private static void measure(Worst one) {
    double[] millis = new double[SIZES.length];
    Assessment last = null;
    // The first round only warms up.
    for (int round = 0; round < 2; round++) {
      for (int size = 0; size < SIZES.length; size++) {
        String text = one.piece.repeat(SIZES[size] / one.piece.length());
        Conversation conversation = Conversation.of(Message.customer(text), Message.agent(text));
        long begun = THREADS.getCurrentThreadCpuTime();
        last = one.engine.assessReply(conversation);
        double took = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
        millis[size] = took;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-34s %8.1f %8.1f %8.1f %8.1f   %4.1f %4.1f %4.1f %9.0f  %s, %d%n",
        one.name,
        millis[0],
        millis[1],
        millis[2],
        millis[3],
        millis[1] / millis[0],
        millis[2] / millis[1],
        millis[3] / millis[2],
        millis[2] * 1e6 / (2 * SIZES[2]),
        last.status(),
        last.hits().size());
  }

  private static String times(int count, String before, IntFunction<String> each, String after) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining("", before, after));
  }

  private static EmpathyEngine engine(String body) throws IOException {
    return EmpathyEngine.compile(
        body.equals(BUILT_IN)
            ? RubricYaml.builtIn(body)
            : RubricYaml.read(new StringReader(HEAD + body), "worst.yaml"),
        SelfTest.OFF);
  }

  /** Name, rubric, and what the message repeats. */
  private static List<String[]> all() {
    return List.of(
        new String[] {"built-in, a letter", BUILT_IN, LETTER},
        new String[] {
          "built-in, hits everywhere",
          BUILT_IN,
          "I'm so sorry for the delay. I can see why you are furious, but! "
        },
        new String[] {"built-in, gaps", BUILT_IN, "I can see why you the so very really that not "},
        new String[] {"built-in, one word", BUILT_IN, "sorry "},
        new String[] {"sorry about delay sorry again", GAPS, "sorry a a a a a a a a a about "},
        new String[] {"the same, hitting", GAPS, "sorry a a about b b delay c c sorry d again "},
        new String[] {"the widest phrases", WIDE, "a "},
        new String[] {"the widest phrases, hitting", WIDE, "a ".repeat(39) + "z "},
        new String[] {"200 of the widest, all alike", wide(200), "a "},
        new String[] {"2,000 of the widest, all alike", wide(2_000), "a "},
        new String[] {"200 of the widest, hitting", wide(200), "a ".repeat(39) + "z "},
        new String[] {"any word, any word, any word", ANY, "sorry again sorry "},
        new String[] {"optional chains", OPTIONAL, "a "},
        new String[] {"19,000 phrases that begin alike", alike(), "so a a so b b z1q "},
        new String[] {"beginnings of 1,900 lengths", beginnings(), "x".repeat(1_950) + " "},
        new String[] {"10,000 cues that all hit", cues(9_900, ""), "a b "},
        new String[] {"... with unless that overlaps", cues(9_900, ", unless: [b a]"), "a b "},
        new String[] {
          "... with unless and no match",
          cues(9_900, ", unless: [b c]")
              .replace("match: [a b]", "match: [zz]")
              .replace("b c", "a b"),
          "a b "
        },
        new String[] {"one cue, 10,000 hits, negated", NEGATED, "not a b c d sorry "},
        new String[] {"hits with captures of a long list", strengths(), "z999q "},
        new String[] {"5,000 conditions of place", conditions(4_990), "sorry. again "},
        new String[] {"1,900 rules, all kinds", rules(), "sorry for the delay again. "},
        new String[] {"300 emotions, 3,000 cues", emotions(), "SOOO very angry!! "},
        new String[] {"messages full of names", messages(), "sorry so sorry "},
        new String[] {"10,000 detectors", detectors(), "SOOOO!!! SO "});
  }

  private static final String BUILT_IN = "customer-support";

  private static final String LETTER =
      "Dear Ana, thank you for your patience with the order that arrived late on Monday. We have"
          + " looked into it, and the parcel was left at the wrong depot. It will be with you by"
          + " Friday. If anything else is missing, please write to us again.\n\n";

  private static final String GAPS =
      """
      cues:
        a: { match: [sorry ...10 about ...10 delay ...10 sorry ...10 again] }
        b: { match: [sorry ...10 about ...10 sorry ...10 about ...9 again] }
        c: { match: [$word ...10 about ...10 delay ...10 sorry ...10 again] }
      """;

  /** 48 words long and 64 places wide, or as near as a phrase gets. */
  private static final String WIDE =
      """
      cues:
        a: { match: [a ...9 a ...9 a ...9 a ...9 z] }
        b: { match: ["a (a|a a|a a a|a a a a) ...5 (a|a a|a a a) ...5 (a|a a|a a a) ...5 (a|a a) ...5 z"] }
        c: { match: ["a a? a? a? a? a? a? a? a? a? a? a? a? ...10 a a? a? a? a? ...10 z"] }
      """;

  private static String wide(int count) {
    return times(
        count,
        "cues:\n",
        i ->
            "  c%1$d: { match: [\"a ...9 (a|b%1$d) ...9 (a|c%1$d) ...9 (a|d%1$d) ...9 z\"] }\n"
                .formatted(i),
        "");
  }

  private static final String ANY =
      """
      cues:
        a: { match: [$word ...10 $word ...10 $word ...10 zz] }
        b: { match: ["($word|a) ...10 ($word|b c) ...10 ($word|d e f) ...10 zz"] }
        c: { match: ["$word $word $word $word $word $word $word $word $word zz"] }
        d: { match: [sor* ...10 aga* ...10 sor* ...10 zz] }
      """;

  private static final String OPTIONAL =
      "cues:\n  a: { match: [\"a"
          + " a?".repeat(45)
          + " b\"] }\n"
          + "  b: { match: [\"a"
          + " (a|$word)?".repeat(14)
          + " b\"] }\n"
          + "  c: { match: [\"a (a"
          + " a?".repeat(8)
          + " a)? (a a?)? (a a? a?)? b\"] }\n";

  private static String alike() {
    return times(19_000, "cues: { a: { match: [a", i -> ",\nso ...10 z" + i + "q z", "] } }");
  }

  private static String beginnings() {
    return times(
        1_900,
        "words: { w: [abc*",
        i -> ",\n" + "x".repeat(i + 3) + "*",
        "] }\ncues: { a: { match: [$w b] } }");
  }

  private static String cues(int count, String more) {
    return times(count, "cues:\n", i -> "  c" + i + ": { match: [a b]" + more + " }\n", "");
  }

  private static final String NEGATED =
      """
      cues:
        a: { match: [$word ...3 sorry], negation: flip b }
        b: { match: [sorry], unless: [sorry so] }
        c: { match: [sorry ...5 sorry] }
      """;

  private static String strengths() {
    return times(
        19_000,
        "words: { w: { a: 1",
        i -> ",\nz" + i + "q: 0.5",
        "} }\ncues: { a: { emotion: anger, match: [$w, $w $w, $w ...3 $w] } }");
  }

  private static String conditions(int count) {
    List<String> places =
        List.of(
            "position: closing",
            "within: 2 sentences of b",
            "before: b",
            "after: b",
            "per: sentence, at-most: 1",
            "per: 100-words, at-most: 1",
            "at-least: count of b");
    return times(
        count / 10,
        "cues: { a: { match: [sorry] }, b: { match: [again] } }\nrules:\n",
        i ->
            times(
                10,
                "  r" + i + ": { severity: error, require: { any: [",
                n -> "{ cue: a, " + places.get((i + n) % places.size()) + " }, ",
                "] } }\n"),
        "");
  }

  private static String rules() {
    return times(
        1_900,
        "cues: { a: { match: [sorry, $word ...2 delay] }, b: { match: [again] } }\n"
            + "dimensions: { d: { weight: 1, start: 50 } }\nrules:\n",
        i ->
            "  r%d: { dimension: d, severity: error, forbid: { cue: a, at-least: 2, before: b },"
                    .formatted(i)
                + " fail: { score: -1, each-extra: -1, message: $a $b $count, suggest: $a.last } }\n",
        "");
  }

  private static String emotions() {
    return times(300, "emotions:\n", i -> "  e" + i + ": [negative, f" + i + "]\n", "")
        + times(
            3_000,
            "cues:\n",
            i -> "  c" + i + ": { emotion: e" + i % 300 + ", strength: 0.1, match: [angry] }\n",
            "")
        + "rules: { r: { severity: error, forbid: { family-of: negative, at-least: 0.5, turn: any } } }\n";
  }

  private static String messages() {
    return times(
        1_000,
        "cues: { a: { match: [sorry, so sorry] } }\nrules:\n",
        i ->
            "  r%d: { severity: error, forbid: { cue: a, at-least: 2 }, fail: { message: \"%s\" } }\n"
                .formatted(i, "$a $a.last $count ".repeat(80)),
        "");
  }

  private static String detectors() {
    return times(9_900, "cues:\n", i -> "  c" + i + ": { detect: [shouting, elongation] }\n", "");
  }
}
