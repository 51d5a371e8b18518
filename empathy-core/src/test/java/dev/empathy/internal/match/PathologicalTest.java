package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Issue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and rubrics made to hurt. The limit is generous: what is not linear takes minutes. */
class PathologicalTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int TIMES = 100_000;

  private static final Bench PLAIN =
      new Bench("group g: so ...3 sorry", "group h: $url", "group i: a*b");

  /** Without words, or with words that must not be read again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[A",
        "[A ",
        "<",
        "<a",
        "<a ",
        "</",
        "{",
        "{{",
        "{a",
        "{{a ",
        "`",
        "`a",
        "``` ",
        "@",
        "a@",
        "@a",
        "a@b",
        "a@b.",
        ".@",
        ".",
        "...",
        "… ",
        ". ",
        "a.",
        "a. ",
        "1.",
        "1,",
        "1:2",
        "!",
        "?!",
        "a!",
        "!a",
        "(",
        ")",
        "'",
        "a'",
        "'a",
        "’",
        "__",
        "_a",
        "__a",
        "__a__",
        "*",
        "*a",
        "a*",
        "a**",
        "**a",
        "^",
        "^A",
        "^A ",
        "/A ",
        "-A ",
        "- ",
        "-",
        "--",
        "\u2013A ",
        "~",
        "~A",
        "&",
        "&a",
        "&#",
        "\u0301",
        "a\u0301",
        "\u200B",
        "a\u200B",
        "'\u200B",
        "a'\u200B",
        "1.\u200B",
        "\uFE0F",
        "\u200D",
        "😡",
        "👨\u200D",
        "\u200D👨",
        "👍🏽",
        "🏽",
        "🇩",
        "1\uFE0F\u20E3",
        "#",
        "#\uFE0F",
        "\uD83D",
        "\uDE21",
        "\uDE21\uD83D",
        ">",
        "> \n",
        ">a\n",
        "- \n",
        "- a\n",
        "1. a\n",
        "--\n",
        "-- a\n",
        "On \n",
        "On a\n",
        "wrote:\n",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\t",
        "\u00A0",
        "http://",
        "http://a",
        "http://a ",
        "www.",
        "www.!",
        "x.com",
        "xy.com",
        "xy.com ",
        "xy.com!",
        "xy.com/",
        ".com",
        "$",
        "$1",
        "$1 ",
        "1$",
        "%",
        "1%",
        "€",
        ":)",
        ":",
        ";",
        ",",
        "<3",
        "xD",
        "T_T ",
        "X",
        "XXXX ",
        "É",
        "İ",
        "İ ",
        "ß ",
        "\uFDFA",
        "\uFDFA ",
        "字",
        "\uD835\uDC1A",
        "don't ",
        "'ll've",
        "n't",
        "so ",
        "so sorry ",
        "a-",
        "-a",
        "a/b",
        "12/",
        "12/05 ",
        "Sent from my \n",
        "_",
        "________________ ",
        "\u0000",
        "\u001B[",
        "\\",
        "\"",
        "\u2028",
        "ag@inst ",
        "a@b.c",
        "((((",
        "]["
      })
  void textsOfOneShape(String shape) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          scan(shape.repeat(TIMES), true);
          scan("so " + shape.repeat(TIMES) + " sorry", false);
        });
  }

  private static void scan(String text, boolean chat) {
    Tokens tokens = PLAIN.matcher.scanner().scan(text, chat);
    Hits hits = PLAIN.matcher.match(tokens);
    if (hits.size() > 0) {
      PLAIN.matcher.align(tokens, hits, hits.size() - 1);
    }
    assertThat(tokens.codePoint(text.length())).isEqualTo(text.codePointCount(0, text.length()));
  }

  @Test
  void oneEndlessWord() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (String letter :
              List.of("a", "É", "1", "X", "\uD835\uDC1A", "a\u0301", "a\u00AD", "a'", "a-b")) {
            Tokens tokens = PLAIN.scan(letter.repeat((1 << 20) / letter.length()));
            assertThat(tokens.wordCount()).isEqualTo(1);
          }
        });
  }

  @Test
  void oneEndlessLineBeforeAQuote() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          PLAIN.scan("On " + "a ".repeat(TIMES) + "wrote:");
          PLAIN.scan("On a\n".repeat(TIMES) + "wrote:");
          PLAIN.scan((" ".repeat(50) + "\n").repeat(TIMES));
        });
  }

  private static void match(Bench bench, String text) {
    assertThat(bench.issues).filteredOn(Issue::isError).isEmpty();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Tokens tokens = bench.scan(text);
          Hits hits = bench.matcher.match(tokens);
          for (int hit = 0; hit < hits.size(); hit++) {
            bench.matcher.align(tokens, hits, hit);
          }
        });
  }

  @Test
  void gapsThatStayOpen() {
    Bench bench =
        new Bench(
            "group g: a ...10 a ...10 a ...10 b",
            "group h: $word ...10 $word ...10 b",
            "group i: $word ...10 $word ...10 $word ...10 $word ...8 c",
            "group j: a ...10 (a|a ...5 a) ...10 (a ...2 a|a)  b");
    match(bench, "a ".repeat(TIMES));
    match(bench, "a ".repeat(TIMES) + "b");
    match(bench, "a a a a a a a a a b ".repeat(TIMES / 10));
    match(bench, "a. ".repeat(TIMES));
    match(bench, "x 😡 5 ".repeat(TIMES / 3));
  }

  @Test
  void alternativesThatOverlap() {
    Bench bench =
        new Bench(
            "group g: a " + "(a|a a|a ...2 a)? ".repeat(8) + "b",
            "group h: " + "(a|$word|a a) ".repeat(20) + "b",
            "group i: a " + "a? ".repeat(30) + "b");
    match(bench, "a ".repeat(TIMES / 5));
    match(bench, ("a ".repeat(20) + "b ").repeat(TIMES / 100));
  }

  @Test
  void manyPhrasesThatBeginAlike() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lines.add("group g" + i + ": so very ...5 w" + i);
      lines.add("group h" + i % 7 + ": so very w" + i + " indeed");
    }
    Bench bench = new Bench(lines.toArray(new String[0]));
    assertThat(bench.matcher.states()).isEqualTo(2 + 2 + 2_000 + 2 * 2_000);
    match(bench, "so very ".repeat(TIMES / 10));
    match(bench, "so very w7 w77 indeed w777 ".repeat(TIMES / 50));
  }

  @Test
  void namesThatDouble() {
    for (String join : List.of("$p%d $p%d", "($p%d|$p%d)", "x $p%d? x $p%d", "($p%d|$p%d x)")) {
      assertTimeoutPreemptively(
          LIMIT,
          () -> {
            List<String> lines = new ArrayList<>(List.of("phrase p0: a"));
            for (int i = 1; i < 20; i++) {
              lines.add("phrase p" + i + ": " + join.replace("%d", String.valueOf(i - 1)));
            }
            lines.add("group g: $p19");
            Bench bench = new Bench(lines.toArray(new String[0]));
            assertThat(bench.issues).hasSize(1);
            assertThat(bench.issues.get(0).code()).isEqualTo(Codes.LIMIT);
          },
          join);
    }
  }

  private static String list(String name, int entries, String format) {
    StringBuilder line = new StringBuilder("words ").append(name).append(": ");
    for (int i = 0; i < entries; i++) {
      line.append(i == 0 ? "" : ", ").append(format.replace("%d", String.valueOf(i)));
    }
    return line.toString();
  }

  @Test
  void longLists() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Bench bench =
              new Bench(
                  list("w", 5_000, "w%d"),
                  list("v", 5_000, "w%d~"),
                  list("u", 1_000, "pre%d*"),
                  list("t", 2_000, "w%d x%d"),
                  "group g: so $w $v $w",
                  "group h: $u ...10 $w ...10 $v",
                  "group i: a $t b");
          assertThat(bench.issues).isEmpty();
          assertThat(bench.hits("so w1 w2s w4999 a w7 x7 b"))
              .containsExactly("g: so w1 w2s w4999", "i: a w7 x7 b");
          match(bench, "so w1 w2 w3 pre1x w9 ".repeat(TIMES / 5));
        });
  }

  @Test
  void listsInARow() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Bench bench =
              new Bench(
                  list("a", 200, "a%d b%d c"),
                  list("b", 200, "b%d c c%d"),
                  list("c", 200, "c c%d"),
                  list("d", 200, "d%d e%d"),
                  "group d: $d $d $d",
                  "group g: $a $b $c",
                  "group h: $a $b? $c",
                  "group i: $a ...3 $b ...3 $c",
                  "group j: ($a|$b|$c) ($a|$b|$c)");
          assertThat(bench.issues).allMatch(issue -> issue.code().equals(Codes.LIMIT));
          assertThat(bench.matcher.states()).isLessThan(20_000);
          assertThat(bench.hits("d1 e1 d3 e3 d2 e2")).contains("d: d1 e1 d3 e3 d2 e2");
          Tokens tokens = bench.scan("a1 b1 c b2 c c2 c c3 d1 e1 d3 e3 d2 e2 ".repeat(TIMES / 14));
          assertThat(bench.matcher.match(tokens).size()).isPositive();
        });
  }

  @Test
  void phrasesWithoutEnd() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (String shape :
              List.of(
                  "a ", "(", "(a|", "a|", "a? ", "... ", "a ...1 ", "$word ", "\\", "^", "$",
                  "~")) {
            assertThat(new Bench("group g: " + shape.repeat(TIMES)).issues)
                .as(shape)
                .hasSizeLessThan(2);
          }
        });
  }
}
