package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.LocalePack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two phrases are the same, however they are written. */
class WordingTest {

  private static final Wording WORDING =
      new Wording(
          new LocalePack(
              "en",
              0,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Set.of(),
              Set.of(),
              Set.of(),
              Map.of("n't", "not", "can't", "can not", "cannot", "can not", "'m", "am"),
              Map.of(),
              Set.of(),
              Map.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "\" I’M  so\u00A0SORRY\"   ; i am so, sorry",
        "can't wait             ; can’t – wait",
        "cannot wait            ; can not wait",
        "do\u200Bn't            ; do not",
        "(see|understand) why?  ; ( see | Understand )  why ?",
        "refund~                ; REFUND~",
        "apologi* for           ; apologi*  for",
        "so ...2 $feeling       ; so ...2  $feeling",
        "costs \\$5             ; costs \"$5\"",
        "^thanks                ; ^ thanks"
      })
  void these_are_the_same(String one, String other) {
    assertThat(WORDING.of(one)).isEqualTo(WORDING.of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "refund~ ; refund",
        "so ...2 sad ; so ...3 sad",
        "so $feeling ; so feeling",
        "^thanks ; thanks",
        "see why? ; see why",
        "(a|b) c ; a|b c",
        "fed-up ; fed up",
        "that's ; that is"
      })
  void these_are_not(String one, String other) {
    assertThat(WORDING.of(one)).isNotEqualTo(WORDING.of(other));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "'  ',''", "'\\',''", "'$',''", "'...','...'", "'--',''"})
  void any_text_has_one(String text, String wording) {
    assertThat(WORDING.of(text)).isEqualTo(wording);
  }
}
