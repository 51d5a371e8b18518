package dev.empathy.chatbot;

import static dev.empathy.chatbot.Samples.COLD;
import static dev.empathy.chatbot.Samples.CRISIS;
import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.ENGINE;
import static dev.empathy.chatbot.Samples.HOSTILE;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.Message;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AuditMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ReplyAudit audit = ReplyAudit.of(() -> ENGINE).listener(new AuditMetrics(registry));

  private void reply(String customer, String... drafts) {
    AuditedTurn turn = audit.begin(Conversation.of(Message.customer(customer)));
    for (String draft : drafts) {
      turn.judge(draft);
    }
  }

  @Test
  void counts_and_times_what_an_audit_did() {
    reply(CUSTOMER, COLD, KIND);
    reply(CRISIS, COLD);
    assertThat(registry.get("empathy.assess").tag("passed", "false").timer().count()).isEqualTo(2);
    assertThat(registry.get("empathy.score").tag("rubric", "customer-support").summaries())
        .isNotEmpty()
        .allMatch(summary -> summary.max() <= 100);
    assertThat(registry.get("empathy.replies").tag("action", "redrafted").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("empathy.replies").tag("desk", "person_now").counter().count())
        .isEqualTo(1);
  }

  @Test
  void tags_stay_few_whatever_is_said() {
    for (int i = 0; i < 200; i++) {
      reply(HOSTILE + i, COLD + i, KIND + i);
    }
    Set<String> values = new TreeSet<>();
    for (Meter meter : registry.getMeters()) {
      for (Tag tag : meter.getId().getTags()) {
        values.add(tag.getValue());
      }
    }
    assertThat(registry.getMeters()).hasSizeLessThan(20);
    assertThat(values.toString()).doesNotContain("SECRET");
  }
}
