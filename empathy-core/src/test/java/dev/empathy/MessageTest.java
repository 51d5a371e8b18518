package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.empathy.Message.Region;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final Instant NINE = Instant.parse("2026-11-03T09:00:00Z");

  @Test
  void each_wither_keeps_the_rest() {
    Message message =
        Message.agent("secret words")
            .withRegions(List.of(new Region("code", 0, 6)))
            .withEnd(NINE.plusSeconds(5))
            .withTime(NINE)
            .withId("m1");
    assertThat(message)
        .isEqualTo(
            new Message(
                Role.AGENT,
                "secret words",
                "m1",
                NINE,
                NINE.plusSeconds(5),
                List.of(new Region("code", 0, 6))));
    assertThat(message.toString()).isEqualTo("Message[AGENT, 12 characters]");
  }

  @Test
  void a_region_lies_within_the_text() {
    Message message = Message.customer("😡 secret");
    assertThat(message.withRegions(List.of(new Region("quote", 0, 9))).regions()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.withRegions(List.of(new Region("quote", 3, 10))))
        .withMessage("the region [3,10) reaches beyond a text of 9 UTF-16 units");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.withRegions(List.of(new Region("quote", 1, 9))))
        .withMessage("the region [1,9) begins or ends within a surrogate pair");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.withRegions(List.of(new Region("quote", 0, 1))))
        .withMessage("the region [0,1) begins or ends within a surrogate pair");
  }

  @Test
  void a_region_is_not_empty_and_of_a_known_kind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Region("quote", 4, 4))
        .withMessage("no region: [4,4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Region("quote", -1, 4))
        .withMessage("no region: [-1,4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Region("disclaimer", 0, 4))
        .withMessage(
            "a region's kind is one of quote, signature, code, html, url, email-address, mention,"
                + " placeholder, redacted, other, not disclaimer");
  }
}
