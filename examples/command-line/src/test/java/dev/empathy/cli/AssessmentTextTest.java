package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Status;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssessmentTextTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/empathy/cli");
  private static final EmpathyEngine SHOP = engine("shop.yaml");
  private static final Paint PLAIN = new Paint(false);
  private static final Paint COLOURED = new Paint(true);

  private static final Conversation ANGRY =
      Conversation.of(
          Message.customer("😡 This is the third time I write. Ridiculous!"),
          Message.agent(
              "We are so sorry, and we apologize for that. I can see how this was. Please restart"
                  + " the app, then the lamp. Sorry again!"));

  private static final Conversation GOOD =
      Conversation.of(
          Message.customer("My order is late again and I'm fed up."),
          Message.agent("So your order is late. I can see why you are upset. We will send it."));

  @Test
  void anAngryCustomerAndAPoorReply() throws IOException {
    Golden.matches("assess/angry.txt", reply(ANGRY, false, 100, PLAIN));
  }

  @Test
  void theSameOnANarrowTerminal() throws IOException {
    String text = reply(ANGRY, false, 40, PLAIN);
    Golden.matches("assess/angry-narrow.txt", text);
    assertThat(text.lines()).allMatch(line -> Wrap.columns(line) <= 40);
  }

  @Test
  void theSameInColour() throws IOException {
    Golden.matches("assess/angry-colour.txt", reply(ANGRY, false, 80, COLOURED));
  }

  @Test
  void theSameWithAllDetails() throws IOException {
    Golden.matches("assess/angry-verbose.txt", reply(ANGRY, true, 100, PLAIN));
  }

  @Test
  void aGoodReplyNeedsFewWords() throws IOException {
    Golden.matches("assess/good.txt", reply(GOOD, false, 100, PLAIN));
  }

  @Test
  void aGoodReplyWithAllDetails() throws IOException {
    Golden.matches("assess/good-verbose.txt", reply(GOOD, true, 100, PLAIN));
  }

  @Test
  void aCustomersMessageAndWhereItShouldGo() throws IOException {
    Message message =
        Message.customer(
            "This is the fourth time I write, and it is not ridiculous, it is unacceptable.");
    Golden.matches("assess/customer.txt", alone(SHOP, message, false, 80));
  }

  @Test
  void aReplyOfWhichNothingElseIsKnown() throws IOException {
    Golden.matches("assess/alone.txt", alone(SHOP, Message.agent("Hello."), false, 80));
  }

  @Test
  void severalMessagesInOneTurn() throws IOException {
    Conversation conversation =
        Conversation.of(
                Message.customer("Hello"),
                Message.agent("Hello!"),
                Message.customer("My parcel is lost."),
                Message.customer("Ridiculous!"),
                Message.agent("Sorry! Sorry!"),
                Message.agent("So your parcel is lost. Sorry, please send us its number."))
            .with("channel", "chat");
    Golden.matches("assess/turn.txt", reply(conversation, false, 80, PLAIN));
  }

  @Test
  void aLimitOnTheWhole() throws IOException {
    Conversation conversation =
        Conversation.of(
            Message.customer("Ridiculous, let me talk to a person!"),
            Message.agent("So your order is late. Please check the page."));
    Golden.matches("assess/limited.txt", reply(conversation, false, 80, PLAIN));
  }

  @Test
  void whatAMessageHoldsNeverActsOnTheTerminal() throws IOException {
    Conversation conversation =
        Conversation.of(
            Message.customer(
                "\u001b[2J\u001b]0;title\u0007 ridic\u200Bulous \u202Eright to left\u202C"),
            Message.agent(
                "so\u00ADrry, \u009b31m \uD83D so\u200Drry a\uFE0F\uFE0F \u3164 \uDB40\uDC41"
                    + " sorry\r\nnew\u2028line\u0000, please\u200D restart"));
    String text = reply(conversation, false, 100, PLAIN);
    Golden.matches("assess/hostile.txt", text);
    assertThat(text.codePoints().filter(c -> c != '\n')).noneMatch(Visible::isHidden);
  }

  @Test
  void aVeryLongMessageIsShownAroundItsSpans() throws IOException {
    String filler =
        "The lamp stood in the hall and it was fine until the weekend came. ".repeat(30);
    Conversation conversation =
        Conversation.of(
            Message.customer(filler + "\n\nThis is ridiculous!\n\n" + filler),
            Message.agent("Thank you.\n" + "\n".repeat(40) + "Please restart it."));
    Golden.matches("assess/long.txt", reply(conversation, false, 80, PLAIN));
    assertThat(reply(conversation, true, 80, PLAIN)).doesNotContain("…");
  }

  @Test
  void aRubricWithoutDimensions() throws IOException {
    EmpathyEngine engine = engine("no-dimensions.yaml");
    Golden.matches("assess/no-dimensions.txt", alone(engine, Message.agent("Hello."), false, 80));
  }

  @Test
  void everythingThatARecordMayHold() throws IOException {
    String text = AssessmentText.of(Samples.PROMISE, Samples.everything(), false, 80, PLAIN);
    Golden.matches("assess/everything.txt", text);
    String verbose = AssessmentText.of(Samples.PROMISE, Samples.everything(), true, 100, PLAIN);
    Golden.matches("assess/everything-verbose.txt", verbose);
  }

  @Test
  void saysHowMuchOfAMessageItStandsFor() {
    String dutch = "Wij willen graag weten hoe laat de winkel morgen weer open gaat voor ons";
    assertThat(alone(SHOP, Message.agent(dutch), false, 80))
        .contains("The message is hardly in the rubric's language (en)");
    Conversation part = ANGRY.and(Message.agent("And so on."));
    Assessment first = SHOP.explain(part).turns().get(1);
    assertThat(first.status()).isEqualTo(Status.PART);
    assertThat(AssessmentText.of(part, first, false, 100, PLAIN))
        .startsWith("no score: a part of the agent's turn, assessed with its last message  (");
  }

  @Test
  void anEmptyMessageIsNamed() {
    assertThat(alone(SHOP, Message.agent(""), true, 80)).contains("agent\n  (empty)\n");
  }

  @Test
  void coloursOnlyAdd() {
    assertThat(reply(ANGRY, true, 80, COLOURED).replaceAll("\u001b\\[[0-9;]+m", ""))
        .isEqualTo(reply(ANGRY, true, 80, PLAIN));
  }

  @Test
  void everyNumberUnderTheWordsIsOneOfAFinding() {
    String text = reply(ANGRY, false, 80, PLAIN);
    Assessment assessment = SHOP.explainReply(ANGRY);
    for (int number = 1; number <= assessment.findings().size(); number++) {
      assertThat(text.lines()).anyMatch(isMark(number));
      assertThat(text).containsPattern("(?m)^" + number + " [a-z+]");
    }
    assertThat(text.lines()).noneMatch(isMark(assessment.findings().size() + 1));
  }

  private static Predicate<String> isMark(int number) {
    return line -> line.matches("[ 0-9,^~-]*\\b" + number + "(,[0-9,-]+)?[\\^~]+.*");
  }

  @Test
  void eachSumAddsUpToItsScore() {
    int sums = 0;
    for (Conversation conversation : List.of(ANGRY, GOOD, Samples.PROMISE)) {
      String score = reply(conversation, true, 100, PLAIN).split("\nscore\n")[1];
      for (String row : score.lines().filter(line -> line.contains(" start ")).toList()) {
        String[] parts = row.split(" start ");
        double sum =
            Pattern.compile("(^|[+−] )([0-9.]+)")
                .matcher(parts[1])
                .results()
                .mapToDouble(AssessmentTextTest::term)
                .sum();
        assertThat(parts[0]).containsPattern(" " + Figures.points(sum) + "  [0-9]+ of [0-9]+ ");
        sums++;
      }
    }
    assertThat(sums).isGreaterThan(8);
  }

  private static double term(MatchResult term) {
    double value = Double.parseDouble(term.group(2));
    return term.group(1).startsWith("−") ? -value : value;
  }

  @Property(tries = 200)
  void showsAnyTextSafelyAndWithinThePage(
      @ForAll String customer,
      @ForAll String agent,
      @ForAll @IntRange(min = 40, max = 120) int width) {
    Conversation conversation =
        Conversation.of(
            Message.customer(customer + " ridiculous " + customer),
            Message.agent(agent + " sorry " + agent + " please restart"));
    String text = reply(conversation, false, width, PLAIN);
    assertThat(text.lines()).allMatch(line -> Wrap.columns(line) <= width);
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      assertThat(text.charAt(at) == '\n' || !Visible.isHidden(text, at, text.length())).isTrue();
    }
  }

  private static String reply(Conversation conversation, boolean verbose, int width, Paint paint) {
    return AssessmentText.of(conversation, SHOP.explainReply(conversation), verbose, width, paint);
  }

  private static String alone(EmpathyEngine engine, Message message, boolean verbose, int width) {
    return AssessmentText.of(
        Conversation.of(message), engine.explain(message), verbose, width, PLAIN);
  }

  private static EmpathyEngine engine(String file) {
    return EmpathyEngine.compile(RubricYaml.read(FOLDER.resolve(file)));
  }
}
