package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Golden;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an author reads who has written a phrase wrong: one fault, one issue, in the right place.
 */
class PhraseErrorsTest {

  /** A phrase each; all are wrong in one way. */
  private static final String[] PHRASES = {
    "see $feelngs now",
    "see $colour-blind now",
    "how are you?",
    "sorry?",
    "so? sorry",
    "(so|very)? sorry",
    "sorry (so much)?",
    "what ? now",
    "sorry (about that",
    "sorry about) that",
    "... sorry",
    "sorry ...",
    "sorry ...2 ... again",
    "sorry ...2 again? ...3 soon",
    "sorry ...2 (again? ever?) ...3 soon",
    "sorry (about ...2)? ...3 soon",
    "sorry ...2 (...2 ever|soon) again",
    "sorry ...2? again",
    "sorry ...0 again",
    "sorry ...11 again",
    "sorry ...99999 again",
    "refund~ed it",
    "sorry ~ again",
    "an ab* word",
    "I'm~ sorry",
    "5~ days",
    "thanks. Bye now",
    "thanks! bye",
    "thanks.",
    "thanks.we",
    "$question-mark sorry",
    "why $question-mark (so|now)",
    "so \\? now",
    "sorry ^again",
    "(^sorry|thanks)",
    "sorry () again",
    "sorry (|again)",
    "|sorry",
    "^",
    "sorry -- again",
    "costs $ five",
    "costs $Five",
    "a back \\",
    "a ...10 b ...10 c ...10 d ...10 e ...10 f",
    "(((((((((((((((((((((deep)))))))))))))))))))))",
    "sorry $number*",
  };

  private static String[] lines(String kind, String... phrases) {
    String[] lines = new String[phrases.length];
    for (int i = 0; i < phrases.length; i++) {
      lines[i] = kind + phrases[i];
    }
    return lines;
  }

  private static String shown(List<Issue> issues) {
    return issues.stream().map(Issue::text).collect(Collectors.joining("\n")) + "\n";
  }

  @Test
  void oneFaultIsOneIssue() {
    List<String> lines = new ArrayList<>(List.of("words feeling: sad, angry", "words colour: red"));
    lines.addAll(List.of(lines("group g: ", PHRASES)));
    Bench bench = new Bench(lines.toArray(new String[0]));
    List<Integer> faulty = bench.issues.stream().map(issue -> issue.at().line()).toList();
    assertThat(faulty)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(3, 3 + PHRASES.length).boxed().toList());
    assertThat(bench.issues).allMatch(Issue::isError);
    Golden.check("phrase-errors.txt", shown(bench.issues.stream().sorted(Issue.ORDER).toList()));
  }

  @Test
  void definitionsAreBlamedNotTheirUsers() {
    Bench bench =
        new Bench(
            "words feeling: sad, let ...2 down, (very|so) sad, $other, too sad?",
            "words short: a, b*",
            "words number: one",
            "words both: x",
            "phrase both: x",
            "phrase money: x",
            "phrase a: so $b",
            "phrase b: so $c",
            "phrase c: $a so",
            "phrase self: so $self",
            "phrase bad: so ($wrong",
            "phrase opening: ^so",
            "phrase gaps: so ...2 (well? then?) ...2 now",
            "phrase uses-bad: $bad $gaps $opening",
            "group g: $feeling $short $a $b $c $self $bad $opening $gaps $uses-bad",
            "group g: $feeling",
            "group h: $uses-bad so");
    Golden.check("definition-errors.txt", shown(bench.issues));
  }

  @Test
  void aProgramMayForgetWhatANameHolds() {
    List<Issue> issues = new ArrayList<>();
    WordList empty = new WordList("w", Location.CODE, List.of());
    new MatcherBuilder(LocalePack.NONE, Map.of("w", empty), Map.of("p", List.of()), issues::add);
    assertThat(issues).allMatch(Issue::isError);
    assertThat(issues).extracting(Issue::path).containsExactly("words.w", "phrases.p");
  }

  @Test
  void namesOfTheLocalesPackAreTakenToo() {
    Bench bench =
        new Bench(
            Bench.pack("en", Map.of("duration", List.of(Phrase.of("$number (day|hour)~")))),
            "phrase duration: long",
            "group g: $duratoin");
    assertThat(bench.issues)
        .extracting(Issue::code)
        .containsExactly(Codes.CLASH, Codes.UNKNOWN_NAME);
    assertThat(bench.issues.get(1).hint()).isEqualTo("did you mean $duration?");
  }

  @Test
  void limitsNameThePhrase() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add("w" + i + " x");
    }
    StringBuilder waiting = new StringBuilder("z (");
    for (int i = 0; i < 70; i++) {
      waiting.append(i == 0 ? "" : "|").append("y").append(i).append(" ...9 x");
    }
    waiting.append(") end");
    Bench bench =
        new Bench(
            "words many: " + String.join(", ", many),
            "group g: so $many",
            "group g: x0 " + "(x|y z)? ".repeat(30) + "end",
            "group g: " + waiting,
            "group g: fine");
    Golden.check(
        "limit-errors.txt",
        bench.issues.stream().map(issue -> issue + "\n").collect(Collectors.joining()));
    assertThat(bench.hits("fine")).containsExactly("g: fine");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesWithinNamesAreCountedFromEitherEnd(boolean innerFirst) {
    for (int depth : new int[] {20, 21, 40, 3_000}) {
      String[] lines = new String[depth + 1];
      lines[innerFirst ? 0 : depth - 1] = "phrase p1: deep";
      for (int i = 2; i <= depth; i++) {
        lines[innerFirst ? i - 1 : depth - i] = "phrase p" + i + ": $p" + (i - 1);
      }
      lines[depth] = "group g: $p" + depth;
      Bench bench = new Bench(lines);
      if (depth <= 40) {
        assertThat(bench.issues).as("%d names", depth).hasSize(depth == 20 ? 0 : 1);
      } else {
        assertThat(bench.issues).isNotEmpty();
      }
      assertThat(bench.hits("deep")).hasSize(depth == 20 ? 1 : 0);
    }
  }

  @Test
  void whatIsLeftStillMatches() {
    Bench bench = new Bench("group g: sorry?", "group g: so sorry", "group h: so");
    assertThat(bench.issues).hasSize(1);
    assertThat(bench.hits("so sorry")).containsExactly("g: so sorry", "h: so");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so (very? much) sorry",
        "why $question-mark",
        "sorry ...2 $question-mark",
        "see Dr. Lee",
        "e.g. this",
        "is it\\?",
        "costs \\$5",
        "a \\(b\\) c",
        "^sorry",
        "(a ...2) b",
        "a (b|...2) c",
        "a (...2 b)? ...3 c",
        "sorry… again",
        "you're | you are",
        "sorry, but",
        "((((((((((((((((((((deep))))))))))))))))))))"
      })
  void theseAreNoFaults(String phrase) {
    assertThat(new Bench("group g: " + phrase).issues).isEmpty();
  }
}
