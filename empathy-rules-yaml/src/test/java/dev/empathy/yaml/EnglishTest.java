package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.rubric.LocalePack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the English pack that comes along makes of words: through a whole engine, as users do. */
class EnglishTest {

  private static final LocalePack PACK = Engines.BUILT_IN.rubric().locale();

  private static final Map<String, EmpathyEngine> ENGINES = new ConcurrentHashMap<>();

  private static List<String> found(String phrase, String text) {
    return ENGINES
        .computeIfAbsent(
            phrase,
            p -> Engines.of("cues:\n  c:\n    negation: keep\n    match:\n      - " + p + "\n"))
        .assess(text)
        .hits()
        .stream()
        .map(Hit::text)
        .toList();
  }

  private static void are_one(String phrase, String written) {
    assertThat(found(phrase + " zulu", "So " + written + " zulu."))
        .as("%s finds %s", phrase, written)
        .containsExactly(written + " zulu");
  }

  /** The closed list of the contract, each with what it stands for. */
  private static final String[] WITHOUT_APOSTROPHE = {
    "im=I am=I'm",
    "ive=I have=I've",
    "youre=you are=you're",
    "youve=you have=you've",
    "theyre=they are=they're",
    "dont=do not=don't",
    "doesnt=does not=doesn't",
    "didnt=did not=didn't",
    "cant=can not=can't",
    "wont=will not=won't",
    "isnt=is not=isn't",
    "arent=are not=aren't",
    "wasnt=was not=wasn't",
    "werent=were not=weren't",
    "couldnt=could not=couldn't",
    "shouldnt=should not=shouldn't",
    "wouldnt=would not=wouldn't",
    "havent=have not=haven't",
    "hasnt=has not=hasn't",
    "hadnt=had not=hadn't",
    "thats=that is=that's",
    "whats=what is=what's",
  };

  @Test
  void forms_without_the_apostrophe_are_a_closed_list() {
    List<String> listed =
        PACK.clitics().keySet().stream()
            .filter(form -> form.indexOf('\'') < 0 && !form.equals("n't") && !form.equals("cannot"))
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            List.of(WITHOUT_APOSTROPHE).stream().map(one -> one.split("=")[0]).toList());
  }

  @Test
  void each_form_without_the_apostrophe_is_one_with_the_two_others_both_ways() {
    StringBuilder cues = new StringBuilder("cues:\n");
    for (int i = 0; i < WITHOUT_APOSTROPHE.length; i++) {
      String[] forms = WITHOUT_APOSTROPHE[i].split("=");
      for (int form = 0; form < 3; form++) {
        cues.append(
            "  c%d-%d: { negation: keep, match: [\"%s zulu\"] }\n".formatted(i, form, forms[form]));
      }
    }
    EmpathyEngine engine = Engines.of(cues.toString());
    for (int i = 0; i < WITHOUT_APOSTROPHE.length; i++) {
      for (String form : WITHOUT_APOSTROPHE[i].split("=")) {
        for (String written :
            List.of(form, form.toUpperCase(Locale.ROOT), form.replace('\'', '’'))) {
          for (int phrase = 0; phrase < 3; phrase++) {
            assertThat(engine.assess("So " + written + " zulu.").hits("c" + i + "-" + phrase))
                .as("%s as %s", WITHOUT_APOSTROPHE[i], written)
                .extracting(Hit::text)
                .containsExactly(written + " zulu");
          }
        }
      }
    }
  }

  @Test
  void thats_and_whats_are_has_as_well() {
    are_one("that has", "thats");
    are_one("thats", "that has");
    are_one("what has", "whats");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ill", "well", "were", "shell", "hell", "its", "id", "lets", "shed", "wed", "hes"})
  void a_form_that_is_another_word_is_not_on_the_list(String word) {
    assertThat(found(word, word)).containsExactly(word);
    for (String expansion :
        List.of(
            "I will", "we will", "we are", "she will", "he will", "it is", "I would", "let us")) {
      assertThat(found(expansion, word)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cannot, can't",
    "can not, cannot",
    "can't, can not",
    "will not, won’t",
    "we will, we'll",
    "I have, I’ve",
    "let us, let's",
    "is not, ain't",
    "you all, y'all",
    "should not have, shouldn't've"
  })
  void clitics_are_split_both_ways(String phrase, String written) {
    are_one(phrase, written);
    are_one(written, phrase);
  }

  @Test
  void s_is_is_or_has_or_the_possessive_and_d_is_would_or_had() {
    assertThat(found("customer is", "the customer's here")).containsExactly("customer's");
    assertThat(found("customer has", "the customer's gone")).containsExactly("customer's");
    assertThat(found("customer's order", "the customer’s order"))
        .containsExactly("customer’s order");
    assertThat(found("it's late", "it is late, it has late, its late"))
        .containsExactly("it is late", "it has late");
    assertThat(found("I would", "I'd")).containsExactly("I'd");
    assertThat(found("I had", "I’d")).containsExactly("I’d");
    assertThat(found("I'd", "I would, I had, I did, id")).containsExactly("I would", "I had");
  }

  @Test
  void every_word_of_the_pack_is_one_that_the_scanner_finds() {
    EmpathyEngine engine = Engines.of("cues: { c: { match: [zulu] } }");
    for (String word : PACK.functionWords()) {
      String eight = (word + " ").repeat(8);
      assertThat(engine.assess(eight).status().toString()).as(word).isEqualTo("COMPLETE");
    }
    for (String stop : PACK.stops()) {
      String text = "not " + stop + " zulu";
      assertThat(engine.assess(text).hits()).as(text).hasSize(1);
    }
  }

  @Test
  void the_contract_s_negators_stops_and_pseudo_negators_are_there() {
    assertThat(PACK.window()).isEqualTo(5);
    assertThat(PACK.stops()).contains(",", ";", ":", "but", "although", "because");
    EmpathyEngine engine =
        Engines.of("cues: { c: { match: [glad, can not ...2 thank you] }, d: { match: [thank] } }");
    assertThat(engine.assess(Message.agent("no wonder you are glad")).hits("c")).hasSize(1);
    assertThat(engine.assess(Message.agent("not only glad")).hits("c")).hasSize(1);
    assertThat(engine.assess(Message.agent("I can’t thank you enough")).hits("d")).hasSize(1);
    assertThat(engine.assess(Message.agent("I can’t thank you")).hits("d")).isEmpty();
  }

  @Test
  void inflections_are_the_regular_ones_and_those_of_the_table() {
    assertThat(found("refund~", "refund refunds refunded refunding refundable refunder refund's"))
        .containsExactly("refund", "refunds", "refunded", "refunding", "refund's");
    assertThat(found("send~", "send sends sent sending sended")).hasSize(4);
    assertThat(found("upset~", "upset upsets upsetting upseted upsetted")).hasSize(3);
    assertThat(found("delay~", "delay delays delayed delaying delaies")).hasSize(4);
    assertThat(found("worry~", "worry worries worried worrying worrys")).hasSize(4);
    assertThat(found("stress~", "stress stresses stressed stressing stresss")).hasSize(4);
    assertThat(found("confuse~", "confuse confuses confused confusing confuseing")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "today",
        "tomorrow",
        "Monday",
        "this week",
        "next business day",
        "end of the day",
        "3 May",
        "3rd of May",
        "May 3rd",
        "Friday the 3rd",
        "the 21st",
        "Monday 3"
      })
  void dates(String date) {
    assertThat(found("by $date", "We write by " + date + "!")).containsExactly("by " + date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 days",
        "24 hours",
        "24hrs",
        "3-5 business days",
        "3 to 5 working days",
        "half an hour",
        "a few minutes",
        "a couple of weeks",
        "two hours",
        "an hour",
        "2 more days"
      })
  void durations(String duration) {
    assertThat(found("within $duration", "We write within " + duration + "!"))
        .containsExactly("within " + duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"three feelings", "may", "hours", "5", "$5"})
  void these_are_neither(String text) {
    assertThat(found("by $date", "by " + text + " it")).isEmpty();
    assertThat(found("within $duration", "within " + text + " it")).isEmpty();
  }

  @Test
  void nothing_is_guessed_at() {
    assertThat(found("sorry", "sory sorrry sorryy srry s0rry sor ry")).isEmpty();
  }

  @Test
  void a_script_without_spaces_is_one_word_to_us() {
    assertThat(found("生气", "我很生气。")).isEmpty();
    assertThat(found("我很生气", "我很生气。对不起")).containsExactly("我很生气");
  }
}
