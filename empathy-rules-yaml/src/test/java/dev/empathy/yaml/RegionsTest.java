package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.MaskedRegion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not the writer's words is masked, never deleted, and reported. */
class RegionsTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          cues:
            sorry: { match: [sorry, so ...2 sorry] }
            redacted: { match: [$redacted] }
            placeholder: { match: [$placeholder] }
            url: { match: [$url] }
          """);

  private static List<String> regions(String text) {
    return ENGINE.assess(text).regions().stream()
        .map(region -> region.kind() + ":" + region.span().in(text))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"Hi.\n> sorry\nsorry\"                      | quote:> sorry",
        "\"sorry\nOn Monday Ann wrote:\n> sorry\"     | \"quote:On Monday Ann wrote:\n> sorry\"",
        "\"sorry\n-- \nsorry Inc.\"                   | \"signature:-- \nsorry Inc.\"",
        "\"sorry ```\nsorry\n```\"                    | \"code:```\nsorry\n```\"",
        "\"sorry, run `sorry --all` now\"             | code:`sorry --all`",
        "\"sorry, see https://sorry.org/sorry now\"   | url:https://sorry.org/sorry",
        "\"sorry, mail sorry@sorry.org now\"          | email-address:sorry@sorry.org",
        "\"Hi {sorry}, sorry\"                        | placeholder:{sorry}",
        "\"Hi [sorry name], sorry\"                   | placeholder:[sorry name]",
        "\"[SORRY] sorry\"                            | redacted:[SORRY]",
        "\"@sorry sorry\"                             | mention:@sorry"
      })
  void what_others_wrote_is_not_found_and_reported(String text, String region) {
    Assessment assessment = ENGINE.assess(text);
    assertThat(assessment.hits("sorry")).hasSize(1);
    Hit hit = assessment.hits("sorry").get(0);
    assertThat(hit.span().in(text)).as("places are those of the message").isEqualTo(hit.text());
    assertThat(hit.text()).isEqualToIgnoringCase("sorry");
    assertThat(regions(text)).containsExactly(region);
  }

  @Test
  void tags_are_masked_and_the_words_between_them_are_the_writers() {
    String text = "<p class='sorry'>so <b>sorry</b></p>";
    assertThat(ENGINE.assess(text).hits("sorry"))
        .extracting(Hit::text)
        .containsExactly("so <b>sorry");
    assertThat(ENGINE.assess(text).regions())
        .extracting(MaskedRegion::kind)
        .containsExactly("html", "html", "html", "html");
  }

  @Test
  void a_place_after_a_masked_part_is_counted_in_the_whole_message() {
    String text = "😡\n> 😡 sorry\nso sorry";
    Hit hit = ENGINE.assess(text).hits("sorry").get(0);
    assertThat(hit.text()).isEqualTo("so sorry");
    assertThat(hit.span().start()).isEqualTo(14);
    assertThat(hit.span().cpStart()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "[PII],          redacted",
    "[NAME],         redacted",
    "[CARD NUMBER],  redacted",
    "XXXX,           redacted",
    "XXXX-XXXX-1234, redacted",
    "__email__,      redacted",
    "{name},         placeholder",
    "{{name}},       placeholder",
    "[your name],    placeholder",
    "<first_name>,   placeholder"
  })
  void marks_are_words_of_their_kind_and_use_up_a_gap(String mark, String kind) {
    assertThat(ENGINE.assess("so " + mark + " dear sorry").hits("sorry")).hasSize(1);
    assertThat(ENGINE.assess("so " + mark + " my dear sorry").hits("sorry"))
        .extracting(Hit::text)
        .containsExactly("sorry");
    assertThat(ENGINE.assess("so " + mark).hits(kind)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"xxxx", "XXX", "[name]s", "[1]", "EXXXX", "{}", "a{b"})
  void these_are_no_redaction_marks(String text) {
    assertThat(ENGINE.assess("so " + text).hits("redacted")).isEmpty();
  }

  @Test
  void what_is_masked_is_no_word_and_shouts_nothing() {
    Assessment assessment = ENGINE.assess("so sorry\n> WHY IS THIS SO LATE!!! www.x.org 😡");
    assertThat(assessment.signals())
        .containsEntry("words", 2)
        .containsEntry("sentences", 1)
        .containsEntry("exclamation-run", 0)
        .containsEntry("links", 0)
        .containsEntry("emoji", 0)
        .containsEntry("caps-ratio", 0);
  }
}
