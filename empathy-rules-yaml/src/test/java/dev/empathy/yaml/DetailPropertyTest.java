package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two messages with the same codes and different words give the same bytes. */
class DetailPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a message does, and ways to say it: other phrases, other entries of a list. */
  private enum Step {
    APOLOGY("pardon us", "pardon us for this big delay", "PARDON US for any delay"),
    NO_APOLOGY("pardon us nothing", "pardon  us nothing"),
    LABELING("you seem vexed", "you seem rather galled", "You seem so very vexed"),
    NEXT_STEP("kindly reboot", "Kindly  reboot"),
    JARGON("synergise", "we synergised", "we circle back"),
    NOTHING("the parrot sings", "blue", "over there, a boat");

    private final List<String> ways;

    Step(String... ways) {
      this.ways = List.of(ways);
    }
  }

  private static final List<String> ANGRY =
      List.of("this is zornful", "so very wrathsome", "how ireful it is");

  /** Words that no phrase lists, so that no rule about the length has another outcome. */
  private static final List<String> FILLERS =
      List.of("lamp", "green", "walks", "under", "quickly", "seven", "bread", "old", "river");

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMaxSize(6);
  }

  /** The same conversation in words that the seed chooses. */
  private static Conversation said(List<Step> steps, long seed) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (Step step : steps) {
      sentences.add(pick(step.ways, random) + filler(random, random.nextInt(3)) + ".");
    }
    sentences.add("This is what it is to us and to you" + filler(random, random.nextInt(9)) + ".");
    String angry = pick(ANGRY, random) + filler(random, random.nextInt(4));
    return Conversation.of(Message.customer(angry), Message.agent(String.join(" ", sentences)));
  }

  private static String pick(List<String> several, Random random) {
    return several.get(random.nextInt(several.size()));
  }

  private static String filler(Random random, int words) {
    StringBuilder filler = new StringBuilder();
    for (int i = 0; i < words; i++) {
      filler.append(' ').append(pick(FILLERS, random));
    }
    return filler.toString();
  }

  @Property(tries = 300)
  void in_other_words(@ForAll("steps") List<Step> steps, @ForAll long one, @ForAll long other)
      throws JsonProcessingException {
    Conversation a = said(steps, one);
    Conversation b = said(steps, other);
    Assume.that(!a.equals(b));
    EmpathyEngine engine = DetailTest.ENGINE.at(Detail.CODES);
    assertThat(json(engine.explain(a))).isEqualTo(json(engine.explain(b)));
    assertThat(json(engine.explainReply(a))).isEqualTo(json(engine.explainReply(b)));
    assertThat(json(DetailTest.ENGINE.at(Detail.SPANS).explain(a)))
        .isNotEqualTo(json(DetailTest.ENGINE.explain(a)));
  }

  private static String json(Object assessment) throws JsonProcessingException {
    return MAPPER.writeValueAsString(assessment);
  }

  /** Sentences that the built-in rubric may well take for the same. */
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("I'm sorry for the delay. ", "We are sorry about the delay. "),
          List.of("I can see why you're upset. ", "I can see why you are frustrated. "),
          List.of("Please restart the app. ", "Please reinstall the program now. "),
          List.of("calm down. ", "Now calm down, Sir. "),
          List.of("Thank you for waiting. ", "Thanks for your patience. "),
          List.of("not sorry ", "We are not sorry. "),
          List.of("http://a.example/b ", "https://c.example "),
          List.of("The parrot sings. ", "A boat. "));

  @Provide
  Arbitrary<List<List<String>>> groups() {
    return Arbitraries.of(GROUPS).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 500)
  void whatever_the_rubric_finds(
      @ForAll("groups") List<List<String>> groups, @ForAll long one, @ForAll long other)
      throws JsonProcessingException {
    Conversation a = conversation(groups, one);
    Conversation b = conversation(groups, other);
    Assume.that(!a.equals(b));
    Assume.that(
        codes(Engines.BUILT_IN.assessReply(a)).equals(codes(Engines.BUILT_IN.assessReply(b))));
    EmpathyEngine engine = Engines.BUILT_IN.at(Detail.CODES);
    assertThat(json(engine.assessReply(a))).isEqualTo(json(engine.assessReply(b)));
  }

  private static Conversation conversation(List<List<String>> groups, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    groups.forEach(group -> text.append(pick(group, random)));
    return Conversation.of(Message.customer("This is ridiculous"), Message.agent(text.toString()));
  }

  /** What was found and what the rules said of it, as coders would write it down. */
  private static List<Object> codes(Assessment full) {
    List<Object> codes = new ArrayList<>();
    full.hits().forEach(hit -> codes.add(hit.cue()));
    full.suppressed().forEach(hit -> codes.add(List.of(hit.cue(), hit.reason())));
    full.regions().forEach(region -> codes.add(region.kind()));
    codes.add(full.status());
    codes.add(full.rules());
    for (Finding finding : full.findings()) {
      for (Evidence evidence : finding.because()) {
        codes.add(evidence.role() + " " + evidence.cue() + " " + evidence.rule());
      }
    }
    return codes;
  }
}
