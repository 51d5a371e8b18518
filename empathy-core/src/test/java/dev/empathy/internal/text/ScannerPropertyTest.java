package dev.empathy.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of tokens whatever the text. */
class ScannerPropertyTest {

  /** Pieces in which the scanner sees something; between them any character at all. */
  private static final String[] PIECES = {
    "sorry",
    "you're",
    "you’re",
    "can't",
    "I",
    "Dr",
    "12/05",
    "3.5",
    "$5",
    "5€",
    "50%",
    "v1.2",
    "http://",
    "www.x.org",
    "x.com/a",
    "a@b.org",
    "@Ann",
    "@",
    "#",
    "[PII]",
    "XXXX",
    "__id__",
    "[your name]",
    "{name}",
    "{{n}}",
    "<b>",
    "</b>",
    "<x>",
    "`",
    "```",
    "`a`",
    "&amp;",
    "&",
    "f***",
    "sh!t",
    "**",
    ":)",
    "<3",
    "xD",
    "^AB",
    "-Becky",
    "/AG",
    "- ",
    "* ",
    "1. ",
    "--",
    ">",
    "> q",
    "On Monday Ann wrote:",
    "Sent from my ",
    "________________",
    ".",
    "...",
    "…",
    "!",
    "?",
    "?!",
    ",",
    ";",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u00A0",
    "\u200B",
    "\u00AD",
    "\uFE0F",
    "\u200D",
    "\u20E3",
    "\u0301",
    "😡",
    "👍🏽",
    "👨‍👩‍👧",
    "🇩🇪",
    "🇩",
    "\uD83D",
    "\uDE21",
    "İ",
    "É",
    "ß",
    "\uFDFA",
    "\u3164",
    "\uD835\uDC1A",
    "١",
    "字"
  };

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(PIECES)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(3)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(4)))
            .list()
            .ofMaxSize(14)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(20));
  }

  /** Text in which letter case carries no meaning but that of letters. */
  @Provide
  Arbitrary<String> plainTexts() {
    return Arbitraries.of(
            "sorry",
            "you're",
            "can't",
            "i",
            "feel",
            "well",
            "we'll",
            "mix-up",
            "12",
            "3.5",
            "dont",
            "cafe\u0301",
            "that's",
            "b2b",
            ",",
            "?",
            "\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join(" ", parts));
  }

  @Property(tries = 5000)
  void tokensLieInOrderOnBordersOfCodePoints(@ForAll("texts") String text, @ForAll boolean chat) {
    Tokens tokens = SmallEnglish.scanner().scan(text, chat);
    for (int token = 0; token < tokens.size(); token++) {
      int start = tokens.start(token);
      int end = tokens.end(token);
      assertThat(start).isNotNegative().isLessThan(end);
      assertThat(end).isLessThanOrEqualTo(text.length());
      assertThat(splitsPair(text, start)).isFalse();
      assertThat(splitsPair(text, end)).isFalse();
      if (token == 0) {
        assertThat(tokens.sentence(0)).isZero();
        assertThat(tokens.opensSentence(0)).isTrue();
        continue;
      }
      boolean sameWord = start == tokens.start(token - 1);
      if (sameWord) {
        assertThat(end).isEqualTo(tokens.end(token - 1));
        assertThat(tokens.word(token)).isEqualTo(tokens.word(token - 1));
        assertThat(tokens.sentence(token)).isEqualTo(tokens.sentence(token - 1));
      } else {
        assertThat(start).isGreaterThanOrEqualTo(tokens.end(token - 1));
        assertThat(tokens.word(token) - tokens.word(token - 1)).isBetween(0, 1);
        assertThat(tokens.sentence(token) - tokens.sentence(token - 1)).isBetween(0, 1);
      }
    }
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  @Property(tries = 2000)
  void maskedPartsLieInOrderAndApart(@ForAll("texts") String text) {
    int from = 0;
    for (Region region : SmallEnglish.tokens(text).regions()) {
      assertThat(region.start()).isGreaterThanOrEqualTo(from);
      assertThat(region.end()).isGreaterThan(region.start()).isLessThanOrEqualTo(text.length());
      assertThat(splitsPair(text, region.start())).isFalse();
      assertThat(splitsPair(text, region.end())).isFalse();
      from = region.end();
    }
  }

  @Property(tries = 2000)
  void noTokenLiesInTheWordsOfOthers(@ForAll("texts") String text) {
    Tokens tokens = SmallEnglish.tokens(text);
    for (Region region : tokens.regions()) {
      boolean others =
          switch (region.kind()) {
            case QUOTE, SIGNATURE, CODE, HTML -> true;
            default -> false;
          };
      for (int token = 0; others && token < tokens.size(); token++) {
        assertThat(tokens.end(token) <= region.start() || tokens.start(token) >= region.end())
            .as("%s in %s", tokens.kind(token), region)
            .isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Region>> given() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 40);
    return Combinators.combine(Arbitraries.of(Region.Kind.class), places, places)
        .as((kind, a, b) -> new Region(kind, Math.min(a, b), Math.max(a, b)))
        .list()
        .ofMaxSize(4);
  }

  @Property(tries = 3000)
  void whatACallerMasksComesFirst(
      @ForAll("texts") String text, @ForAll("given") List<Region> given, @ForAll boolean chat) {
    List<Region> whole =
        given.stream()
            .filter(r -> !splitsPair(text, r.start()) && !splitsPair(text, r.end()))
            .toList();
    Tokens tokens = SmallEnglish.scanner().scan(text, chat, whole);
    List<Region> disjoint = Region.disjoint(whole, text.length());
    assertThat(tokens.regions().containsAll(disjoint)).isTrue();
    int from = 0;
    for (Region region : tokens.regions()) {
      assertThat(region.start()).isGreaterThanOrEqualTo(from);
      from = region.end();
    }
    for (Region region : disjoint) {
      for (int token = 0; token < tokens.size(); token++) {
        boolean apart = tokens.end(token) <= region.start() || tokens.start(token) >= region.end();
        boolean itself = tokens.start(token) == region.start() && tokens.end(token) == region.end();
        boolean stands =
            switch (region.kind()) {
              case QUOTE, SIGNATURE, CODE, HTML, OTHER -> false;
              case URL, EMAIL_ADDRESS, MENTION, PLACEHOLDER, REDACTED -> itself;
            };
        assertThat(apart || stands).as("%s in %s", tokens.kind(token), region).isTrue();
      }
    }
    for (int token = 1; token < tokens.size(); token++) {
      boolean sameWord = tokens.start(token) == tokens.start(token - 1);
      assertThat(sameWord || tokens.start(token) >= tokens.end(token - 1)).isTrue();
      assertThat(tokens.sentence(token) - tokens.sentence(token - 1)).isBetween(0, 1);
    }
  }

  /** The reference: of each character, the region that claims it first. */
  @Property(tries = 2000)
  void regionsAreLaidOutInOrder(@ForAll("given") List<Region> given) {
    int length = 30;
    List<Region> disjoint = Region.disjoint(given, length);
    List<Region> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparingInt(Region::start).thenComparingInt(r -> -r.end()));
    for (int place = 0; place < length; place++) {
      assertThat(kind(place, disjoint)).isEqualTo(kind(place, sorted));
    }
    for (int i = 1; i < disjoint.size(); i++) {
      assertThat(disjoint.get(i).start()).isGreaterThanOrEqualTo(disjoint.get(i - 1).end());
    }
  }

  private static Region.Kind kind(int place, List<Region> regions) {
    for (Region region : regions) {
      if (region.start() <= place && place < region.end()) {
        return region.kind();
      }
    }
    return null;
  }

  @Property(tries = 1000)
  void scanningTwiceIsScanningOnce(@ForAll("texts") String text) {
    assertThat(show(SmallEnglish.tokens(text))).isEqualTo(show(SmallEnglish.tokens(text)));
  }

  @Property(tries = 1000)
  void aPhrasesScanIsAMessagesScan(@ForAll("texts") String text) {
    Tokens message = SmallEnglish.scanner().scan(text, false);
    Tokens phrase = SmallEnglish.tokens(text);
    assertThat(message.size()).isEqualTo(phrase.size());
    for (int token = 0; token < message.size(); token++) {
      assertThat(message.hash(token)).isEqualTo(phrase.hash(token));
      assertThat(message.start(token)).isEqualTo(phrase.start(token));
      assertThat(message.sentence(token)).isEqualTo(phrase.sentence(token));
    }
  }

  @Property(tries = 2000)
  void eachWrittenWordIsCountedOnce(@ForAll("texts") String text) {
    Tokens tokens = SmallEnglish.tokens(text);
    long distinct =
        IntStream.range(0, tokens.size())
            .filter(token -> tokens.kind(token) != TokenKind.QUESTION_MARK)
            .map(tokens::word)
            .distinct()
            .count();
    assertThat(tokens.wordCount()).isEqualTo(distinct);
    assertThat(tokens.capitals()).isLessThanOrEqualTo(tokens.letters());
  }

  @Property(tries = 2000)
  void placesCountedInCodePointsAgreeWithTheJdk(@ForAll("texts") String text) {
    Tokens tokens = SmallEnglish.tokens(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      if (!splitsPair(text, offset)) {
        assertThat(tokens.codePoint(offset)).isEqualTo(text.codePointCount(0, offset));
      }
    }
  }

  @Property(tries = 1000)
  void hiddenCharactersInsideWordsChangeNothing(
      @ForAll("plainTexts") String text, @ForAll("cuts") List<Integer> cuts) {
    String hidden = "\u200B\u00AD\u2060\uFEFF\uFE0F\u200D\u034F";
    StringBuilder out = new StringBuilder(text);
    for (int cut : cuts) {
      int at = out.length() < 2 ? 0 : 1 + cut % (out.length() - 1);
      if (at > 0
          && Character.isLetter(out.charAt(at - 1))
          && (Character.isLetter(out.charAt(at)) || out.charAt(at) == '\'')) {
        out.insert(at, hidden.charAt(cut % hidden.length()));
      }
    }
    assertThat(forms(out.toString())).isEqualTo(forms(text));
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 10_000).list().ofMaxSize(8);
  }

  @Property(tries = 1000)
  void capitalsAreTheSameWords(@ForAll("plainTexts") String text) {
    assertThat(forms(text.toUpperCase(Locale.ROOT))).isEqualTo(forms(text));
    assertThat(SmallEnglish.tokens(text.toUpperCase(Locale.ROOT)).wordCount())
        .isEqualTo(SmallEnglish.tokens(text).wordCount());
  }

  @Property(tries = 1000)
  void aWordIsTheSameWhereverItStands(@ForAll("mixes") List<String> words) {
    List<String> apart = new ArrayList<>();
    for (String word : words) {
      apart.addAll(forms(word));
    }
    assertThat(forms(String.join(" ", words))).isEqualTo(apart);
    assertThat(forms(String.join(", ", words))).isEqualTo(apart);
  }

  @Provide
  Arbitrary<List<String>> mixes() {
    return Arbitraries.of("Sorry", "you’re", "12/05", "$5", "a@b.org", "😡", "xy.com", "f***")
        .list()
        .ofMaxSize(8);
  }

  private static List<String> forms(String text) {
    Tokens tokens = SmallEnglish.tokens(text);
    List<String> forms = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      forms.add(tokens.form(token));
    }
    return forms;
  }

  private static String show(Tokens tokens) {
    StringBuilder out = new StringBuilder();
    for (int token = 0; token < tokens.size(); token++) {
      out.append(tokens.form(token))
          .append(tokens.kind(token))
          .append(tokens.symbol(token))
          .append(tokens.start(token))
          .append('-')
          .append(tokens.end(token))
          .append(tokens.sentence(token))
          .append(tokens.stopBefore(token))
          .append(tokens.isCapitals(token))
          .append('\n');
    }
    return out.append(tokens.regions())
        .append(tokens.exclamationRun())
        .append(tokens.ellipses())
        .append(tokens.listItems())
        .toString();
  }
}
