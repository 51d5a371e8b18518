package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.rubric.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTextTest {

  private static final Paint PLAIN = new Paint(false);
  private static final String ADVICE = "Open with “I can see why you are frustrated”, then fix it.";

  @Test
  void aReplyOnAWideTerminal() throws IOException {
    Golden.matches("reply-wide.txt", text(Samples.ANGRY, Samples.reply(), 100, PLAIN));
  }

  @Test
  void aReplyOnANarrowTerminal() throws IOException {
    String text = text(Samples.ANGRY, Samples.reply(), 44, PLAIN);
    Golden.matches("reply-narrow.txt", text);
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 48);
  }

  @Test
  void aReplyInColour() throws IOException {
    Golden.matches("reply-colour.txt", text(Samples.ANGRY, Samples.reply(), 80, new Paint(true)));
  }

  @Test
  void aCustomersMessage() throws IOException {
    Conversation alone = Conversation.of(Samples.ANGRY.messages().get(0));
    String text = AssessmentText.of(alone, Samples.customer(), "", 80, PLAIN);
    Golden.matches("customer.txt", text);
  }

  @Test
  void coloursOnlyAdd() {
    String coloured = text(Samples.ANGRY, Samples.reply(), 80, new Paint(true));
    String plain = text(Samples.ANGRY, Samples.reply(), 80, PLAIN);
    List<String> withoutMarks = plain.lines().filter(line -> !line.matches("[ ^~]+")).toList();
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().toList())
        .isEqualTo(withoutMarks);
  }

  @Test
  void whatAMessageHoldsNeverActsOnTheTerminal() {
    Message hostile =
        Message.agent(
            "\u001b[2Jgone \u202Eright to left \u0007\u009b31m \uD83D \u200Bhidden\r\nnew");
    Conversation conversation = Conversation.of(hostile);
    Assessment assessment =
        Samples.plain(
            hostile,
            0,
            50,
            List.of(
                Samples.issue(
                    Severity.ERROR,
                    conversation,
                    Samples.span(conversation, 0, "hidden"),
                    List.of(
                        Samples.cue(
                            dev.empathy.Evidence.Part.FORBID,
                            conversation,
                            0,
                            "cue",
                            "\u001b[2Jgone")))));
    String text = AssessmentText.of(conversation, assessment, 120, PLAIN);
    assertThat(text)
        .contains(
            "  \\u001b[2Jgone \\u202eright to left \\u0007\\u009b31m \\ud83d \\u200bhidden\n"
                + "  ^^^^^^^^^^^^^                                                  ^^^^^^\n"
                + "  new\n")
        .contains("forbid  cue “\\u001b[2Jgone”");
    assertThat(text.codePoints().filter(c -> c != '\n')).noneMatch(Visible::isHidden);
  }

  @Test
  void aMessageWithoutIssuesSaysSo() {
    Message message = Message.agent("");
    String text =
        AssessmentText.of(
            Conversation.of(message), Samples.plain(message, 0, 100, List.of()), 80, PLAIN);
    assertThat(text).startsWith("100.0  passed  (acme-support-en 1.4.0)\n").contains("No issues.");
  }

  private static String text(
      Conversation conversation, Assessment assessment, int width, Paint paint) {
    return AssessmentText.of(conversation, assessment, ADVICE, width, paint);
  }
}
