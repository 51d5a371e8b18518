package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times do not run backwards, and whoever gives such is told before anything is assessed. */
class ConversationTest {

  private static final Instant NINE = Instant.parse("2026-11-03T09:00:00Z");

  private static Message at(int seconds) {
    return Message.customer("secret").withTime(NINE.plusSeconds(seconds));
  }

  @Test
  void times_may_stand_still_overlap_and_be_missing() {
    Message untimed = Message.agent("secret");
    assertThat(
            Conversation.of(
                    untimed, at(0).withEnd(NINE.plusSeconds(60)), at(0), untimed, at(10), untimed)
                .messages())
        .hasSize(6);
  }

  @Test
  void no_message_begins_before_an_earlier_one_began() {
    Conversation grown = Conversation.of(at(5), Message.system("note"), Message.agent("hm"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grown.and(at(4)))
        .withMessage(
            "message 3 begins at 2026-11-03T09:00:04Z, before message 0 begins at"
                + " 2026-11-03T09:00:05Z");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Conversation.of(List.of(at(0), Message.system("x").withTime(NINE), at(-1))))
        .withMessageStartingWith("message 2 begins at")
        .withMessageNotContaining("secret");
  }

  @Test
  void no_message_ends_before_it_or_an_earlier_one_begins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversation.of(at(0), at(5).withEnd(NINE)))
        .withMessage(
            "message 1 ends at 2026-11-03T09:00:00Z, before it begins at 2026-11-03T09:00:05Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversation.of(at(5), Message.agent("hm").withEnd(NINE)))
        .withMessage(
            "message 1 ends at 2026-11-03T09:00:00Z, before message 0 begins at"
                + " 2026-11-03T09:00:05Z");
  }

  @Test
  void facts_do_not_hide_what_is_wrong() {
    Conversation conversation = Conversation.of(at(0)).with("channel", "chat");
    assertThat(conversation.and(at(1)).with("tier", "gold").facts()).hasSize(2);
    assertThatIllegalArgumentException().isThrownBy(() -> conversation.and(at(-1)));
  }
}
