package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  private static IntFunction<Limits> wither(String name) {
    Limits limits = Limits.DEFAULT;
    return switch (name) {
      case "messageCharacters" -> limits::withMessageCharacters;
      case "hitsPerMessage" -> limits::withHitsPerMessage;
      case "messagesPerConversation" -> limits::withMessagesPerConversation;
      case "phrases" -> limits::withPhrases;
      case "phraseLength" -> limits::withPhraseLength;
      case "phraseWidth" -> limits::withPhraseWidth;
      case "phraseStates" -> limits::withPhraseStates;
      case "depth" -> limits::withDepth;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "messageCharacters, 1048576, 16777216",
    "hitsPerMessage, 10000, 1000000",
    "messagesPerConversation, 10000, 1000000",
    "phrases, 20000, 1000000",
    "phraseLength, 48, 256",
    "phraseWidth, 64, 1024",
    "phraseStates, 4096, 65536",
    "depth, 20, 20"
  })
  void each_has_a_default_and_bounds(String name, int standard, int most) {
    IntFunction<Limits> with = wither(name);
    assertThat(with.apply(standard)).isEqualTo(Limits.DEFAULT);
    assertThat(with.apply(1)).isNotEqualTo(Limits.DEFAULT);
    assertThat(with.apply(most).toString()).contains(name + "=" + most);
    for (int wrong : new int[] {Integer.MIN_VALUE, 0, most + 1, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> with.apply(wrong))
          .withMessage(name + " is 1 to " + most + ", not " + wrong);
    }
  }
}
