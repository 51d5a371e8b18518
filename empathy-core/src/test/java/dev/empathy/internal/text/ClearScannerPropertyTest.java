package dev.empathy.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The quick scanner finds what the clear one finds, whatever the text. */
class ClearScannerPropertyTest {

  private static final Language LANGUAGE =
      new Language(
          Map.of(
              "n't",
              "not",
              "'m",
              "am",
              "'s",
              "is | has",
              "'ve",
              "have",
              "can't",
              "can not",
              "im",
              "I am",
              "thats",
              "that is | that has",
              "o'clock",
              "hour"),
          Set.of("dr", "e.g", "mr", "u.s", "no"));

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              "sorry",
              "i",
              "am",
              "not",
              "is",
              "'s",
              "can",
              "you",
              "mix-up",
              "internationalization",
              "incomprehensibilities",
              "reply",
              "12",
              "3.5",
              "?",
              "😡",
              ":)",
              "cafe",
              "café",
              "no",
              "strasse",
              "@",
              "<url>",
              "don",
              "that",
              "responsibility's",
              "apologies"),
          List.of("apolog", "x", "re", "internation", "internationalizations", "né", "y"));

  private static final Scanner QUICK = new Scanner(LANGUAGE, VOCABULARY);

  private static final ClearScanner CLEAR = new ClearScanner(LANGUAGE, VOCABULARY);

  private static final TokenReader READER = new TokenReader();

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "sorry",
            "SORRY",
            "Sorry",
            "I",
            "i",
            "a",
            "I'm",
            "I’m",
            "im",
            "IM",
            "can't",
            "Can’t",
            "don't",
            "isn't",
            "it's",
            "o'clock",
            "rock'n'roll",
            "that's",
            "thats",
            "'s",
            "mix-up",
            "Mix-Up",
            "a-b-c",
            "well-",
            "-well",
            "user-name",
            "internationalization",
            "INTERNATIONALIZATION'S",
            "internationalizations",
            "internationalizationsx",
            "incomprehensibilities",
            "apologetic",
            "apologise",
            "xyz",
            "né",
            "née",
            "Né",
            "café",
            "CAFÉ",
            "cafe\u0301",
            "Straße",
            "STRASSE",
            "12",
            "3.5",
            "12th",
            "b2b",
            "2nd",
            "a1",
            "Dr",
            "e.g",
            "U.S",
            "no",
            "XXXX",
            "XXXXX",
            "xxxxxxxx",
            "xD",
            "XD",
            "xd",
            "x",
            "T",
            "T_T",
            "www",
            "www.a",
            "www.",
            "http",
            "https",
            "http://t.co/x",
            "x.com",
            "a.b",
            "name@host.org",
            "first.last@host.org",
            "@Ann",
            "some_name",
            "sh!t",
            "f***",
            "yes!ok");
    Arbitrary<String> marks =
        Arbitraries.frequencyOf(
            Tuple.of(14, Arbitraries.just(" ")),
            Tuple.of(
                10,
                Arbitraries.of(
                    ",", ".", ". ", "...", "…", "!", "!!", "?", "?!", ":", ": ", ";", "; ", "-",
                    " - ", "--", "'", "’", "‘", "\"", "(", ")", "/", "//", "_", "*", "**", "@", "#",
                    "&", "&amp;", "%", "$", "€", "+", "=", "<", ">", "<b>", "[", "]", "{", "}", "^",
                    "`", "~", "|", "\\", ":)", ":D", "<3", "^^", "-_-")),
            Tuple.of(
                4,
                Arbitraries.of(
                    "\n", "\r\n", "\r", "\n\n", "\t", "\u0000", "\u0001", "\u007F", "\u0085",
                    "\u00A0", "\u00AD", "\u200B", "\u0301", "\u2028", "😡", "👍🏽", "🇩🇪",
                    "\uD83D", "\uDE21", "´", "ʼ", "—", "–", "字", "é", "ª")),
            Tuple.of(1, Arbitraries.just("")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(2)),
            Tuple.of(1, Arbitraries.just(" ".repeat(60))));
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(5, words), Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(5)));
    return Combinators.combine(pieces, marks)
        .as((word, mark) -> word + mark)
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 20_000)
  void theQuickScannerFindsWhatTheClearOneFinds(
      @ForAll("texts") String text, @ForAll boolean chat) {
    Tokens clear = CLEAR.scan(text, chat, List.of());
    assertThat(show(QUICK.scan(text, chat, READER))).isEqualTo(show(clear));
    assertThat(show(QUICK.scan(text, chat))).isEqualTo(show(clear));
    assertThat(QUICK.scanForms(text).forms).isEqualTo(CLEAR.scan(text, false, List.of()).forms);
  }

  @Provide
  Arbitrary<List<Region>> given() {
    return Arbitraries.integers()
        .between(0, 30)
        .tuple2()
        .map(
            places ->
                new Region(
                    Region.Kind.values()[places.get1() % 10],
                    Math.min(places.get1(), places.get2()),
                    Math.max(places.get1(), places.get2())))
        .list()
        .ofMaxSize(3);
  }

  @Property(tries = 3_000)
  void aroundGivenPartsToo(@ForAll("texts") String text, @ForAll("given") List<Region> given) {
    assertThat(show(QUICK.scan(text, false, given)))
        .isEqualTo(show(CLEAR.scan(text, false, given)));
  }

  @Property(tries = 3_000)
  void hashesAreEqualOnlyWhereFormsAre(@ForAll("texts") String text) {
    Tokens tokens = QUICK.scanForms(text);
    for (int one = 0; one < tokens.size(); one++) {
      assertThat(tokens.hash(one)).isEqualTo(Tokens.hashOf(tokens.form(one)));
      for (int other = 0; other < one; other++) {
        assertThat(tokens.hash(one) == tokens.hash(other))
            .isEqualTo(tokens.form(one).equals(tokens.form(other)));
      }
    }
  }

  private static List<String> show(Tokens tokens) {
    List<String> lines = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      lines.add(
          tokens.start(token)
              + "-"
              + tokens.end(token)
              + " word "
              + tokens.word(token)
              + " sentence "
              + tokens.sentence(token)
              + " symbol "
              + tokens.symbol(token)
              + " "
              + tokens.kind(token)
              + (tokens.stopBefore(token) ? " stop" : "")
              + (tokens.isCapitals(token) ? " capitals " : " ")
              + tokens.hash(token));
    }
    lines.add(tokens.regions().toString());
    tokens.punctuationRuns().forEach(run -> lines.add("run " + run[0] + "-" + run[1]));
    lines.add(
        tokens.wordCount()
            + " words, "
            + tokens.letters()
            + " letters, "
            + tokens.capitals()
            + " capitals, "
            + tokens.exclamationRun()
            + " !, "
            + tokens.ellipses()
            + " ..., "
            + tokens.listItems()
            + " items");
    return lines;
  }
}
