package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.PhraseDescription;
import dev.empathy.PhraseDescription.Form;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          skippable: [really]
          words:
            feeling: [sad, upset~, frustrat*, let~ down]
            anger-word: { furious: 0.9, angry: 0.6 }
          phrases:
            we-see: (I|we) can? see
            nearly: [almost ...2 $feeling, "not (quite|yet)"]
          cues:
            naming:
              who: agent
              match:
                - $we-see ...2 $feeling
                - hi $customer-name
                - ^so $number days
                - it costs $money
              unless: [if you $we-see]
              examples: { hits: ["{{I see frustrating}} things"] }
            anger: { who: customer, emotion: anger, match: [$anger-word, angry], negation: flip calm }
            calm: { match: [calm, not calm] }
            nearly: { match: [$nearly] }
            gone: { off: true, match: [gone away] }
            loud: { detect: [shouting] }
            taken: { match: [good], unless: [good] }
            jargon: { match: [touch base], replace: { leverage~: use } }
          """);

  private static PhraseDescription only(String name) {
    List<PhraseDescription> all = ENGINE.describe(name);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @ParameterizedTest
  @MethodSource("cues")
  void every_phrase_of_the_built_in_rubric_has_samples_that_are_its_hits(Cue cue) {
    for (PhraseDescription phrase : Engines.BUILT_IN.describe("cues." + cue.id() + ".match")) {
      assertThat(phrase.samples()).as(phrase.path() + " " + phrase.text()).isNotEmpty();
      for (String sample : phrase.samples()) {
        Message message =
            cue.who() == Side.CUSTOMER ? Message.customer(sample) : Message.agent(sample);
        List<Hit> hits = Engines.BUILT_IN.assess(message).hits(cue.id());
        assertThat(hits).extracting(Hit::at).as(sample).containsExactly(phrase.at().toString());
        assertThat(hits.get(0).span().end()).as(sample).isEqualTo(sample.length());
      }
    }
  }

  static Stream<Cue> cues() {
    return Engines.BUILT_IN.rubric().cues().values().stream().filter(cue -> !cue.off());
  }

  @Test
  void every_list_and_reusable_phrase_of_the_built_in_rubric_has_samples() {
    Stream.of(Engines.BUILT_IN.rubric().words(), Engines.BUILT_IN.rubric().phrases())
        .flatMap(names -> names.keySet().stream())
        .flatMap(name -> Engines.BUILT_IN.describe("$" + name).stream())
        .forEach(phrase -> assertThat(phrase.samples()).as(phrase.path()).isNotEmpty());
  }

  @Test
  void tells_what_short_forms_stand_for() {
    assertThat(ENGINE.describe("cues.naming.match[1]").get(0).forms())
        .containsExactly(
            new Form("$we-see", List.of("(I|we) can? see")),
            new Form(
                "$feeling",
                List.of(
                    "sad",
                    "upset",
                    "upsets",
                    "upsetting",
                    "frustrat*",
                    "(let|lets|letting) down")));
    assertThat(only("cues.nearly").forms())
        .extracting(Form::written)
        .as("those of a reusable phrase follow")
        .containsExactly("$nearly", "$feeling");
    assertThat(only("cues.jargon.match[2]").forms())
        .containsExactly(
            new Form("leverage~", List.of("leverage", "leveraged", "leverages", "leveraging")));
    assertThat(only("cues.naming.match[4]").forms())
        .containsExactly(new Form("$money", List.of("<money>")));
    assertThat(only("words.feeling").forms())
        .extracting(form -> form.written() + " " + form.standsFor().size())
        .containsExactly("sad 1", "upset~ 3", "frustrat* 1", "let~ down 1");
  }

  @Test
  void samples_go_through_lists_gaps_optional_and_skippable_words() {
    List<String> samples = only("cues.naming.match[1]").samples();
    assertThat(samples).hasSize(20).doesNotHaveDuplicates();
    assertThat(samples.get(0)).as("the plainest first").isEqualTo("i see sad");
    String all = String.join("\n", samples);
    assertThat(all)
        .contains("we can see", "i see", "upset", "sad", "let", "down", "frustrating", "really");
    assertThat(samples).anyMatch(sample -> sample.split(" ").length > 5);
  }

  @Test
  void samples_of_names_numbers_and_openings_are_found() {
    assertThat(only("cues.naming.match[2]").samples()).containsExactly("hi, Ana", "hi really, Ana");
    assertThat(only("cues.naming.match[3]").samples()).contains("so 12 days", "so 3 days");
    assertThat(only("cues.naming.match[4]").samples()).contains("it costs $5", "it costs 12€");
    assertThat(only("$question-mark").samples()).containsExactly("?");
    assertThat(only("$customer-name").samples()).isNotEmpty().allMatch(s -> s.endsWith(", Ana"));
    assertThat(ENGINE.describe("$date")).hasSizeGreaterThan(1);
  }

  @Test
  void what_never_hits_has_no_samples() {
    assertThat(only("cues.gone").samples()).isEmpty();
    assertThat(only("cues.taken.match").samples()).isEmpty();
    assertThat(only("cues.taken.unless").samples()).containsExactly("good");
    assertThat(only("cues.anger.match[2]").samples())
        .as("the first phrase of the cue finds it")
        .isEmpty();
    assertThat(only("cues.calm.match[1]").samples()).contains("calm");
  }

  @Test
  void the_program_prints_itself() {
    assertThat(only("cues.naming.match[1]").program())
        .containsExactly(
            "1 i|we <start $we-see",
            "2 really (skipped) <1",
            "3 can <1 <2 $we-see",
            "4 really (skipped) <1 <3",
            "5 see <1 <3 <4 $we-see",
            "6 really (skipped) <5",
            "7 really (skipped) <5...2 <6...2",
            "8 frustrat*|sad|upset|upsets|upsetting <5...2 <6...2 <7 $feeling end",
            "9 let|lets|letting <5...2 <6...2 <7 $feeling",
            "10 down <9 $feeling end");
    assertThat(only("cues.naming.match[3]").program())
        .containsExactly(
            "1 so <^",
            "2 really (skipped) <1",
            "3 <number> <1 <2 $number",
            "4 really (skipped) <3",
            "5 days <3 <4 end");
    assertThat(only("$emoji").program()).containsExactly("1 <emoji> <start $emoji end");
    assertThat(only("$word").program()).containsExactly("1 <any word> <start $word end");
  }

  @Test
  void finds_by_name_and_by_path() {
    assertThat(ENGINE.describe("nearly"))
        .extracting(PhraseDescription::path)
        .as("a cue and a phrase")
        .containsExactly("cues.nearly.match[1]", "phrases.nearly[1]", "phrases.nearly[2]");
    assertThat(ENGINE.describe("cues.naming")).hasSize(5);
    assertThat(ENGINE.describe("cues.naming.unless"))
        .extracting(PhraseDescription::path)
        .containsExactly("cues.naming.unless[1]");
    assertThat(only("phrases.nearly[2]").text()).isEqualTo("not (quite|yet)");
    assertThat(only("words.feeling[4]").samples())
        .containsExactlyInAnyOrder("let down", "lets down", "letting down");
    assertThat(ENGINE.describe("cues.loud")).isEmpty();
    assertThat(only("cues.jargon.match[2]").at()).hasToString("test.yaml:28:45");
    assertThat(only("cues.naming.match[2]").skippable()).containsExactly("really");
  }

  @ParameterizedTest
  @CsvSource({
    "nameing, 'no cue, word list or phrase is named nameing; did you mean naming?'",
    "cues.nameing, 'no cue, word list or phrase is named cues.nameing; did you mean cues.naming?'",
    "words.feelings, 'no cue, word list or phrase is named words.feelings; did you mean"
        + " words.feeling?'",
    "xyzzy-plugh, 'no cue, word list or phrase is named xyzzy-plugh'",
  })
  void an_unknown_name_is_an_error_with_what_may_be_meant(String name, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.describe(name))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "[",
        "cues.",
        "cues.naming.match[6]",
        "cues.naming.match[0]",
        "words.feeling[0]",
        "words.feeling[x]",
        "words.feeling[5]",
        "$",
        "$naming",
        "phrases.we-see[2]",
        "words.",
        "cues.naming.matc",
        "cues",
        "$nothing",
        "words.feeling[99999999999]"
      })
  void what_is_no_name_is_an_error(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ENGINE.describe(name));
  }

  @Test
  void lists_in_a_row_are_not_multiplied() {
    String list =
        String.join(
            ", ", IntStream.range(0, 400).mapToObj(i -> "w" + (char) ('a' + i % 26) + i).toList());
    EmpathyEngine engine =
        Engines.of(
            "words: { a: ["
                + list
                + "] }\nphrases:\n  p: $a $a $a $a $a $a $a $a\n"
                + "cues:\n  c: { match: [$p ...10 $a ...10 $a] }\n");
    List<PhraseDescription> described = new ArrayList<>();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> described.addAll(engine.describe("cues.c")));
    assertThat(described.get(0).samples()).hasSize(20);
    assertThat(described.get(0).program()).hasSizeLessThan(100);
  }
}
