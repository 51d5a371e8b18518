package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a fact's text is a number. */
class FactsTest {

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-3, -3",
    "+3, 3",
    "3.50, 3.5",
    "-0.5, -0.5",
    "' 7 ', 7",
    "007, 7",
    "12500000, 12500000"
  })
  void numbers(String text, double number) {
    assertThat(Facts.number(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "+",
        ".",
        ".5",
        "5.",
        "-.5",
        "1.2.3",
        "1e3",
        "1,000",
        "0x1F",
        "NaN",
        "Infinity",
        "3d",
        "3 4",
        "--3",
        "three",
        "٣",
        "1234567890123456789012345678901"
      })
  void texts_that_are_none(String text) {
    assertThat(Facts.number(text)).isNull();
  }
}
