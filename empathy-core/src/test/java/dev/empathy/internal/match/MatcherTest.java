package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Golden;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Phrase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What phrases mean, by example. */
class MatcherTest {

  /** One phrase and one message; the hits with a bar between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "see why                 ; I SEE, why not            ; SEE, why",
        "see why                 ; I see. Why not            ; none",
        "I am ...2 sorry         ; I'm so very sorry         ; I'm so very sorry",
        "I'm sorry               ; I am sorry, im sorry      ; I am sorry|im sorry",
        "cannot                  ; you can't, can not, cant  ; can't|can not|cant",
        "you (see|hear)          ; you see you hear you say  ; you see|you hear",
        "we (can|do)? see        ; we see we can see we saw  ; we see|we can see",
        "so ...2 sorry           ; so a b sorry so a b c sorry ; so a b sorry",
        "so ... sorry            ; so a b c sorry            ; so a b c sorry",
        "so ... sorry            ; so a b c d sorry          ; none",
        "so ...2 sorry           ; so you're sorry           ; so you're sorry",
        "so ...1 sorry           ; so you're sorry           ; none",
        "so ...2 sorry           ; so, a - \"b\" (sorry      ; so, a - \"b\" (sorry",
        "so ... sorry            ; so so so sorry            ; so so so sorry",
        "refund~                 ; refunds refunded refunding refunder ; refunds|refunded|refunding",
        "feel~                   ; feel felt feeling feeled  ; feel|felt|feeling",
        "apologi*                ; apologise apology apologies ; apologise|apologies",
        "^thanks                 ; thanks. thanks so thanks  ; thanks|thanks",
        "^(so|thanks) much       ; so much, thanks much. thanks much ; so much|thanks much",
        "$number day~            ; 5 days, 12/05 day, five days ; 5 days|12/05 day",
        "$money                  ; $5 and 5€ and 5           ; $5|5€",
        "$url                    ; www.x.org or a@b.org      ; www.x.org|a@b.org",
        "$emoji                  ; ok 😡 :)                  ; 😡|:)",
        "$redacted               ; my [PII] and XXXX         ; [PII]|XXXX",
        "$placeholder            ; hi [your name] {x}        ; [your name]|{x}",
        "why ...2 $question-mark ; why so? why. why a b c?   ; why so?",
        "so $word                ; so 😡 so? so 5            ; so 😡|so 5",
        "the customer is         ; the customer's, the customer has ; the customer's",
        "mix-up                  ; a mix‐up                  ; mix‐up",
        "f\\*\\*\\*                    ; what the F***             ; F***",
        "is it\\?                ; is it? is it              ; is it?",
        "so \\$5                 ; so $5 so 5                ; so $5",
        "so\\(rry                ; so rry                    ; so rry"
      })
  void phrasesMean(String phrase, String message, String hits) {
    Bench bench = new Bench("group g: " + phrase);
    assertThat(bench.issues).isEmpty();
    List<String> expected =
        hits.equals("none")
            ? List.of()
            : List.of(hits.split("\\|")).stream().map("g: "::concat).toList();
    assertThat(bench.hits(message)).containsExactlyElementsOf(expected);
  }

  @Test
  void theLongestPhraseWins() {
    Bench bench = new Bench("group g: so", "group g: so very sorry", "group g: so very");
    assertThat(bench.hits("so very sorry so very so"))
        .containsExactly("g: so very sorry", "g: so very", "g: so");
  }

  @Test
  void theLongestWayOfOnePhraseWins() {
    assertThat(new Bench("group g: so ...3 so").hits("so so so so so so"))
        .containsExactly("g: so so so so so");
    assertThat(new Bench("group g: so ...3 so").hits("so a so b so"))
        .containsExactly("g: so a so b so");
  }

  @Test
  void tiesGoToThePhraseWrittenFirst() {
    Bench bench =
        new Bench(
            "group g: (so|very) sorry",
            "group g: so sorry",
            "group h: so sorry",
            "group h: (so|very) sorry",
            "group h: so ...2 sorry");
    Tokens tokens = bench.scan("so sorry, very sorry");
    Hits hits = bench.matcher.match(tokens);
    assertThat(
            IntStream.range(0, hits.size())
                .mapToObj(hit -> hits.group(hit) + ": " + bench.matcher.phrase(hits, hit).text()))
        .containsExactlyInAnyOrder(
            "0: (so|very) sorry",
            "1: so ...2 sorry", // so sorry, very sorry: the longer goes before the first
            "0: (so|very) sorry");
    Tokens once = bench.scan("so sorry");
    Hits ties = bench.matcher.match(once);
    assertThat(IntStream.range(0, 2).mapToObj(hit -> bench.matcher.phrase(ties, hit).text()))
        .containsExactlyInAnyOrder("(so|very) sorry", "so sorry");
    assertThat(ties.size()).isEqualTo(2);
  }

  @Test
  void aGapOfTenTakesTenWordsAndNoEleventh() {
    Bench bench = new Bench("group g: so ...10 sorry");
    assertThat(bench.hits("so " + "a ".repeat(10) + "sorry")).hasSize(1);
    assertThat(bench.hits("so " + "a ".repeat(11) + "sorry")).isEmpty();
    assertThat(bench.hits("so " + "a ".repeat(5) + ". " + "a ".repeat(2) + "sorry")).isEmpty();
    assertThat(bench.hits("so – " + "(a), ".repeat(10) + "\"sorry\"")).hasSize(1);
  }

  @Test
  void gapsCountTokensAndAFaceIsOne() {
    assertThat(new Bench("group g: so ...3 sorry").hits("so you’re 😡 sorry")).hasSize(1);
    assertThat(new Bench("group g: so ...2 sorry").hits("so you’re 😡 sorry")).isEmpty();
    assertThat(new Bench("group g: so ...1 sorry").hits("so f*** sorry")).hasSize(1);
    assertThat(new Bench("group g: so ...1 sorry").hits("so www.x.org sorry")).hasSize(1);
    assertThat(new Bench("group g: so ...1 sorry").hits("so [PII] sorry")).hasSize(1);
    assertThat(new Bench("group g: so sorry").hits("so <b>sorry</b>")).hasSize(1);
  }

  @Test
  void aBeginningOfThreeLettersIsEnough() {
    Bench bench = new Bench("group g: apo*");
    assertThat(bench.issues).isEmpty();
    assertThat(bench.hits("apo apology ap apple APOLOGISE apo's"))
        .containsExactly("g: apo", "g: apology", "g: APOLOGISE", "g: apo's");
    assertThat(new Bench("group g: 3rd*").hits("3rd 3rdly")).hasSize(2);
  }

  @Test
  void anOpeningIsTheFirstWordOfASentenceHoweverItBegins() {
    Bench bench = new Bench("group g: ^thanks", "group h: ^$emoji thanks");
    for (String text :
        List.of(
            "thanks",
            "“Thanks”",
            "(thanks)",
            "– thanks",
            "- thanks",
            "1. thanks",
            "@a @b thanks",
            "Hi. Thanks",
            "Hi! thanks",
            "Hi? thanks",
            "Hi\n\nthanks",
            "Hi\n- thanks",
            "> quoted\nthanks",
            "<p>thanks",
            "**thanks**",
            "\u200Bthanks",
            "...thanks")) {
      assertThat(bench.hits(text)).as(text).singleElement().asString().startsWith("g: ");
    }
    for (String text :
        List.of(
            "many thanks",
            "Hi, thanks",
            "Hi\nthanks",
            "[NAME] thanks",
            "5 thanks",
            "ok @a thanks")) {
      assertThat(bench.hits(text)).as(text).isEmpty();
    }
    // a face is a word, too, and opens the sentence that it stands first in
    assertThat(bench.hits("😊 Thanks")).containsExactly("h: 😊 Thanks");
    assertThat(bench.hits("Good. :) thanks")).containsExactly("h: :) thanks");
  }

  @Test
  void anOptionalGroupMayBeSeveralWords() {
    Bench bench = new Bench("group g: I am (so very)? sorry");
    assertThat(bench.hits("I am sorry. I'm so very sorry. I am so sorry. I am very sorry."))
        .containsExactly("g: I am sorry", "g: I'm so very sorry");
  }

  @Test
  void anAlternativeMayBeSeveralWordsAndHoldAlternatives() {
    Bench bench = new Bench("group g: see (why|how (so|come)|that) now", "group h: a|b c|(d|e) f");
    assertThat(bench.hits("see why now see how come now see how now see that now"))
        .containsExactly("g: see why now", "g: see how come now", "g: see that now");
    assertThat(bench.hits("a b c e f b d")).containsExactly("h: a", "h: b c", "h: e f");
  }

  @Test
  void aWordListGoesBeforeNothingAndEachNameIsOneThing() {
    Bench bench = new Bench("words feeling: sad", "phrase how: so $feeling", "group g: $how $word");
    assertThat(bench.hits("so sad now")).containsExactly("g: so sad now");
    assertThat(bench.captures("so sad now")).contains("how=so sad", "feeling=sad", "word=now");
  }

  @Test
  void theHitGoesOnAtItsEndAndNotWithinIt() {
    assertThat(new Bench("group g: a ...2 a").hits("a b a b a b a"))
        .containsExactly("g: a b a", "g: a b a");
    assertThat(new Bench("group g: a a").hits("a a a a a")).containsExactly("g: a a", "g: a a");
  }

  @Test
  void hitsOfOneGroupNeverOverlap() {
    assertThat(new Bench("group g: a b", "group g: b c d").hits("a b c d b c d"))
        .containsExactly("g: a b", "g: b c d");
  }

  @Test
  void hitsOfDifferentGroupsMay() {
    Bench bench = new Bench("group g: a b", "group h: b c", "group i: a ...2 c", "group j: b");
    assertThat(bench.hits("a b c")).containsExactly("g: a b", "i: a b c", "h: b c", "j: b");
  }

  @Test
  void aLateShortHitDoesNotStandInForALongOne() {
    // the longest from the left is taken even where two shorter ones would cover more
    assertThat(new Bench("group g: a b c", "group g: a", "group g: b c d").hits("a b c d"))
        .containsExactly("g: a b c");
  }

  @Test
  void nothingCrossesASentence() {
    Bench bench = new Bench("group g: so ...3 now", "group h: so now");
    assertThat(bench.hits("so. now")).isEmpty();
    assertThat(bench.hits("so\n\nnow")).isEmpty();
    assertThat(bench.hits("so! x now so")).isEmpty();
    assertThat(bench.hits("x so x\nnow")).containsExactly("g: so x\nnow");
    assertThat(bench.matcher.match(bench.matcher.scanner().scan("so\nnow", true)).size()).isZero();
  }

  @Test
  void namesCaptureWhatTheyFound() {
    Bench bench =
        new Bench(
            "words degree: so, very",
            "words feeling: sad, let down, upset~",
            "phrase how: feel $degree? $feeling",
            "phrase we: (I|we) see",
            "group g: $we (you|that) ...3 $how",
            "group h: $number of $number");
    assertThat(bench.issues).isEmpty();
    assertThat(bench.captures("I see that you really feel so let down"))
        .containsExactlyInAnyOrder(
            "we=I see", "how=feel so let down", "degree=so", "feeling=let down");
    assertThat(bench.marks("I see that you really feel so let down")).isEqualTo("wwwggwwww");
    assertThat(bench.captures("we see you feel upset"))
        .containsExactlyInAnyOrder("we=we see", "how=feel upset", "feeling=upset");
    assertThat(bench.captures("2 of 3")).containsExactly("number=2", "number=3");
    assertThat(bench.marks("2 of 3")).isEqualTo("cwc");
    assertThat(bench.matcher.captureNames(0)).containsExactly("degree", "feeling", "how", "we");
    assertThat(bench.matcher.captureNames(1)).containsExactly("number");
  }

  @Test
  void wordsInsideAGapAreNotListed() {
    Bench bench = new Bench("group g: so ...3 sorry", "group h: not");
    assertThat(bench.marks("so not not sorry")).isEqualTo("wggw");
    assertThat(bench.marks("so sorry")).isEqualTo("ww");
  }

  @Test
  void ofSeveralWaysTheLatestIsTold() {
    Bench bench = new Bench("group g: a ...3 x ...3 b");
    assertThat(bench.marks("a x y x b")).isEqualTo("wggww");
  }

  @Test
  void listsFindTheirEntries() {
    Bench bench =
        new Bench(
            "words anger: furious, fed up, annoy~, apologi*, you're mad, fed up", "group g: x");
    ListIndex anger = bench.matcher.list("anger");
    assertThat(anger).isNotNull();
    assertThat(anger.list().entries()).hasSize(6);
    String[] texts = {
      "furious", "FED UP", "annoyed", "apologising", "you are mad", "fed", "mad", "zzz", "up fed"
    };
    int[] entries = {0, 1, 2, 3, 4, -1, -1, -1, -1};
    for (int i = 0; i < texts.length; i++) {
      Tokens tokens = bench.scan(texts[i]);
      assertThat(anger.entry(tokens, 0, tokens.size())).as(texts[i]).isEqualTo(entries[i]);
    }
    assertThat(bench.matcher.list("nothing")).isNull();
  }

  @Test
  void theFirstEntryOfSeveralThatFitIsTold() {
    Bench bench = new Bench("words c: annoyed, annoy~, annoy*", "group g: $c");
    ListIndex list = bench.matcher.list("c");
    int[] entries = {0, 1, 2};
    String[] texts = {"annoyed", "annoys", "annoyance"};
    for (int i = 0; i < texts.length; i++) {
      assertThat(list.entry(bench.scan(texts[i]), 0, 1)).as(texts[i]).isEqualTo(entries[i]);
    }
  }

  @Test
  void beginningsWithinBeginningsAreAllSeen() {
    Bench bench = new Bench("group g: apo*", "group h: apologi*", "group i: apologise");
    assertThat(bench.hits("apologise")).hasSize(3);
    assertThat(bench.hits("apologising")).containsExactly("g: apologising", "h: apologising");
    assertThat(bench.hits("apology")).containsExactly("g: apology");
    assertThat(bench.hits("apo ap")).containsExactly("g: apo");
  }

  @Test
  void unusedNamesAreKnown() {
    MatcherBuilder builder =
        new MatcherBuilder(
            Bench.ENGLISH,
            Map.of(),
            Map.of(
                "used", List.of(Phrase.of("a")),
                "idle", List.of(Phrase.of("b"))),
            issue -> {});
    builder.group("cues.g.match", List.of(Phrase.of("x $used")));
    assertThat(builder.unused()).containsExactly("idle");
  }

  @Test
  void phrasesThatBeginAlikeShareTheirStates() {
    Bench bench =
        new Bench(
            "words feeling: sad, angry, let down",
            "group a: I can see why",
            "group a: I can see that",
            "group b: I can see ...2 you",
            "group b: I can (hear|feel) you",
            "group c: ^I can",
            "group c: so $feeling now",
            "group c: so $feeling then");
    Golden.check("program.txt", bench.matcher.toString());
    assertThat(bench.matcher.toString().lines()).hasSize(bench.matcher.states() - 2);
  }

  @Test
  void anEmptyRubricFindsNothing() {
    Bench bench = new Bench("words c: red");
    assertThat(bench.matcher.match(bench.scan("red red")).size()).isZero();
    assertThat(new Bench("group g: red").hits("")).isEmpty();
  }

  @Test
  void oneMatcherServesManyThreads() throws Exception {
    Bench bench =
        new Bench("words c: red, blue sky", "group g: so ...3 $c", "group h: $c ...2 $c so?  red");
    List<String> messages =
        List.of("so red so blue sky", "red red red so red", "blue sky so. red", "", "so so so red");
    List<List<String>> expected = messages.stream().map(bench::hits).toList();
    Callable<Boolean> task =
        () -> {
          for (int round = 0; round < 500; round++) {
            int message = round % messages.size();
            if (!bench.hits(messages.get(message)).equals(expected.get(message))) {
              return false;
            }
          }
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> same : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
