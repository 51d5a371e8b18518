package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Limits;
import dev.empathy.MaskedRegion;
import dev.empathy.Message;
import dev.empathy.Message.Region;
import dev.empathy.SelfTest;
import dev.empathy.Span;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.Extensions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a caller knows not to be the writer's words is masked and reported, before our own masks.
 */
class GivenRegionsTest {

  private static final String CUES =
      """
      cues:
        sorry: { match: [sorry] }
        both: { match: [so sorry, sorry ...2 delay] }
        gone: { match: [we had $redacted again, $url, "$placeholder"] }
        loud: { detect: [shouting] }
      """;

  private static final EmpathyEngine ENGINE = Engines.of(CUES);

  /** Marks parts of a text as regions: {@code "Hi. «sorry»"}. */
  private static Message message(String kind, String marked) {
    List<Region> regions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (char c : marked.toCharArray()) {
      if (c == '«') {
        start = text.length();
      } else if (c == '»') {
        regions.add(new Region(kind, start, text.length()));
      } else {
        text.append(c);
      }
    }
    return Message.agent(text.toString()).withRegions(regions);
  }

  private static List<String> hits(String kind, String marked, String cue) {
    return ENGINE.assess(message(kind, marked)).hits(cue).stream().map(Hit::text).toList();
  }

  private static String regions(Assessment assessment, String text) {
    List<String> all = new ArrayList<>();
    for (MaskedRegion region : assessment.regions()) {
      all.add(region.kind() + " " + region.span().in(text));
    }
    return String.join(", ", all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote", "signature", "code", "html", "other"})
  void what_is_masked_is_neither_matched_nor_counted(String kind) {
    Message message =
        message(kind, "We are here. «I am SO VERY sorry!!! 😡 http://a.b» Sorry now.");
    Assessment assessment = ENGINE.assess(message);
    assertThat(assessment.hits("sorry")).extracting(Hit::text).containsExactly("Sorry");
    assertThat(assessment.hits("loud")).isEmpty();
    assertThat(assessment.signals())
        .containsEntry("words", 5)
        .containsEntry("exclamation-run", 0)
        .containsEntry("emoji", 0)
        .containsEntry("links", 0);
    assertThat(regions(assessment, message.text()))
        .isEqualTo(kind + " I am SO VERY sorry!!! 😡 http://a.b");
  }

  @Test
  void offsets_stay_those_of_the_message() {
    Assessment assessment = ENGINE.assess(message("quote", "«😡 sorry» Sorry"));
    assertThat(assessment.hits("sorry"))
        .extracting(Hit::span)
        .containsExactly(new Span(9, 14, 8, 13));
    assertThat(assessment.regions())
        .containsExactly(new MaskedRegion("quote", new Span(0, 8, 0, 7)));
  }

  @Test
  void a_quote_ends_a_sentence_and_html_does_not() {
    assertThat(hits("quote", "so «x» sorry", "both")).isEmpty();
    assertThat(hits("code", "so «x» sorry", "both")).isEmpty();
    assertThat(hits("html", "so «<wbr/>» sorry", "both")).containsExactly("so <wbr/> sorry");
  }

  @Test
  void some_kinds_stand_for_a_word() {
    assertThat(hits("redacted", "We had «Ann Lee» again.", "gone"))
        .containsExactly("We had Ann Lee again");
    assertThat(hits("redacted", "sorry for «Ann Lee's» delay", "both"))
        .containsExactly("sorry for Ann Lee's delay");
    assertThat(hits("redacted", "sorry for «a» «b» delay", "both")).isEmpty();
    assertThat(hits("url", "See «intranet/help».", "gone")).containsExactly("intranet/help");
    assertThat(hits("placeholder", "Dear ««NAME»»,".replace("««", "«").replace("»»", "»"), "gone"))
        .containsExactly("NAME");
    assertThat(ENGINE.assess(message("url", "See «intranet/help».")).signals())
        .containsEntry("links", 1)
        .containsEntry("words", 2);
  }

  @Test
  void no_word_and_no_mask_of_ours_reaches_into_it() {
    Message cut = message("quote", "sor«ry sorry");
    assertThat(cut.regions()).isEmpty();
    assertThat(hits("quote", "sor«ry»", "sorry")).isEmpty();
    assertThat(hits("quote", "«un»sorry", "sorry")).containsExactly("sorry");
    Message quoted = message("code", "> sorry «x = 1» sorry\nsorry");
    Assessment assessment = ENGINE.assess(quoted);
    assertThat(regions(assessment, quoted.text())).isEqualTo("quote > sorry , code x = 1");
    assertThat(assessment.hits("sorry")).hasSize(2);
  }

  @Test
  void lines_begin_behind_a_region_that_ends_one() {
    Message message = message("quote", "«old mail\n»> sorry\nsorry");
    assertThat(ENGINE.assess(message).hits("sorry")).hasSize(1);
    Message inline = message("redacted", "call «Ann» - sorry");
    assertThat(ENGINE.assess(inline).signals()).containsEntry("list-items", 0);
  }

  @Test
  void a_line_break_before_a_region_is_no_blank_line() {
    assertThat(hits("redacted", "we had\n«Ann» again", "gone"))
        .containsExactly("we had\nAnn again");
    assertThat(hits("redacted", "we had\n\n«Ann» again", "gone")).isEmpty();
  }

  @Test
  void of_overlapping_regions_the_first_counts() {
    Message message =
        Message.agent("sorry sorry sorry sorry")
            .withRegions(
                List.of(
                    new Region("code", 6, 17),
                    new Region("quote", 0, 11),
                    new Region("url", 1, 3)));
    Assessment assessment = ENGINE.assess(message);
    assertThat(regions(assessment, message.text())).isEqualTo("quote sorry sorry, code  sorry");
    assertThat(assessment.hits("sorry")).hasSize(1);
  }

  @Test
  void regions_beyond_what_is_read_are_left_out() {
    EmpathyEngine small =
        EmpathyEngine.compile(
            Engines.rubric(CUES),
            SelfTest.OFF,
            Extensions.NONE,
            Limits.DEFAULT.withMessageCharacters(12));
    Message message =
        Message.agent("sorry sorry sorry sorry")
            .withRegions(List.of(new Region("quote", 6, 20), new Region("code", 20, 23)));
    Assessment assessment = small.assess(message);
    assertThat(regions(assessment, message.text())).isEqualTo("quote sorry ");
    assertThat(assessment.hits("sorry")).hasSize(1);
  }

  @Test
  void detectors_of_a_caller_do_not_see_them() {
    List<String> seen = new ArrayList<>();
    CueDetector spy =
        (text, writer) -> {
          seen.add(text);
          return List.of();
        };
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric("cues: { spied: { detect: [spy] } }"),
            SelfTest.OFF,
            Extensions.NONE.withDetector("spy", spy));
    engine.assess(message("other", "Hi «secret\nwords» you"));
    engine.assess(message("redacted", "Hi «Ann» you"));
    assertThat(seen).containsExactly("Hi       \n      you", "Hi Ann you");
  }
}
