package dev.empathy.internal.text;

import static dev.empathy.internal.text.SmallEnglish.forms;
import static dev.empathy.internal.text.SmallEnglish.kinds;
import static dev.empathy.internal.text.SmallEnglish.regions;
import static dev.empathy.internal.text.SmallEnglish.sentences;
import static dev.empathy.internal.text.SmallEnglish.slice;
import static dev.empathy.internal.text.SmallEnglish.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rubric language says of tokens, as tables of text and tokens. */
class ScannerTest {

  @Nested
  class Words {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "you are late    | you are late",
          "You're late     | you are late",
          "You’re late     | you are late",
          "YOURE LATE      | you are late",
          "I'm             | i am",
          "im              | i am",
          "ive             | i have",
          "can't           | can not",
          "cannot          | can not",
          "can not         | can not",
          "cant            | can not",
          "won’t           | will not",
          "isn't           | is not",
          "isnt            | is not",
          "we'll           | we will",
          "shouldn't've    | should not have",
          "that's          | that 's",
          "thats           | that 's",
          "customer's      | customer 's",
          "he'd            | he 'd",
          "customers' bill | customers bill",
          "well            | well",
          "ill             | ill",
          "were            | were",
          "'quoted'        | quoted",
          "o'clock         | o'clock",
          "mix-up          | mix-up",
          "mix‐up          | mix-up",
          "so - called     | so called",
          "so--called      | so called",
          "3rd             | 3rd",
          "(in brackets)   | in brackets",
        })
    void areFoldedAndSplit(String text, String expected) {
      assertThat(forms(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        chars = {'\'', '\u2019', '\u2018', '\u201B', '\u02BC', '\u2032', '\u00B4', '`', '\uFF07'})
    void takeEveryApostrophe(char apostrophe) {
      assertThat(forms("you" + apostrophe + "re")).isEqualTo("you are");
      assertThat(forms("don" + apostrophe + "t")).isEqualTo("do not");
    }

    @Test
    void everyFormOfTheClosedListEqualsTheFormWithApostrophe() {
      String[] pairs = {
        "im",
        "i'm",
        "ive",
        "i've",
        "youre",
        "you're",
        "youve",
        "you've",
        "theyre",
        "they're",
        "dont",
        "don't",
        "doesnt",
        "doesn't",
        "didnt",
        "didn't",
        "cant",
        "can't",
        "wont",
        "won't",
        "isnt",
        "isn't",
        "arent",
        "aren't",
        "wasnt",
        "wasn't",
        "werent",
        "weren't",
        "couldnt",
        "couldn't",
        "shouldnt",
        "shouldn't",
        "wouldnt",
        "wouldn't",
        "havent",
        "haven't",
        "hasnt",
        "hasn't",
        "hadnt",
        "hadn't",
        "thats",
        "that's",
        "whats",
        "what's",
      };
      for (int i = 0; i < pairs.length; i += 2) {
        assertThat(forms(pairs[i])).as(pairs[i]).isEqualTo(forms(pairs[i + 1]));
      }
    }

    @Test
    void allTokensOfOneWrittenWordCarryItsSpan() {
      Tokens tokens = tokens("so you’re late");
      assertThat(tokens.size()).isEqualTo(4);
      assertThat(slice(tokens, 1)).isEqualTo("you’re");
      assertThat(slice(tokens, 2)).isEqualTo("you’re");
      assertThat(tokens.word(1)).isEqualTo(tokens.word(2)).isEqualTo(1);
      assertThat(tokens.word(3)).isEqualTo(2);
      assertThat(tokens.wordCount()).isEqualTo(3);
    }

    @Test
    void equalFormsHaveEqualHashes() {
      Tokens tokens = tokens("You're YOU are");
      assertThat(tokens.hash(0)).isEqualTo(tokens.hash(2)).isNotEqualTo(tokens.hash(1));
      assertThat(tokens.hash(1)).isEqualTo(tokens.hash(3));
    }

    @Test
    void formsAreKeptForPhrasesOnly() {
      Tokens tokens = SmallEnglish.scanner().scan("a message", false);
      assertThatThrownBy(() -> tokens.form(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void composedAndDecomposedAccentsAreOne() {
      assertThat(forms("cafe\u0301")).isEqualTo("caf\u00E9").isEqualTo(forms("CAF\u00C9"));
      assertThat(forms("\u1E9B\u0323")).isEqualTo(forms("\u1E69"));
      assertThat(slice(tokens("cafe\u0301s!"), 0)).isEqualTo("cafe\u0301s");
    }

    @Test
    void compatibilityFormsAreOne() {
      assertThat(forms("ｓｏｒｒｙ")).isEqualTo("sorry");
      assertThat(forms("o\uFB03ce")).isEqualTo("office");
      assertThat(forms("\uD835\uDC1A\uD835\uDC1B")).isEqualTo("ab");
    }

    @Test
    void caseIsFoldedAndNotOnlyLowered() {
      assertThat(forms("stra\u00DFe")).isEqualTo("strasse").isEqualTo(forms("STRASSE"));
      assertThat(forms("STRA\u1E9EE")).isEqualTo("strasse");
      assertThat(forms("\u039F\u0394\u039F\u03A3")).isEqualTo(forms("\u03BF\u03B4\u03BF\u03C2"));
      assertThat(forms("\uFB02ou\u017F")).isEqualTo("flous");
      assertThat(slice(tokens("so \uFB01ne!"), 1)).isEqualTo("\uFB01ne");
    }

    @Test
    void whatAFormLeavesOpenIsTheEndingThatDoesElseAWordOfItsOwn() {
      Language language =
          new Language(
              Map.of(
                  "thats", "That is | that has", "'s", "is | has", "whatd", "what did|what would"),
              Set.of());
      assertThat(language.equivalents()).containsEntry("'s", List.of("is", "has"));
      Tokens tokens = new Scanner(language, Vocabulary.EMPTY).scanForms("THATS that's whatd");
      assertThat(tokens.form(0) + " " + tokens.form(1)).isEqualTo("that 's");
      assertThat(tokens.form(2) + " " + tokens.form(3)).isEqualTo("that 's");
      assertThat(language.equivalents().get(tokens.form(5))).containsExactly("did", "would");
      assertThatThrownBy(() -> new Language(Map.of("gonna", "going to | going"), Set.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("going to | going");
    }

    @ParameterizedTest
    @ValueSource(
        ints = {
          0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0xFE0F, 0xFE00, 0x34F, 0x61C, 0x200E,
          0x202D, 0x180E, 0x01, 0xE0100, 0xE0061
        })
    void passOverWhatCannotBeSeen(int invisible) {
      String hidden = Character.toString(invisible);
      Tokens tokens = tokens("I am so" + hidden + "rry, you" + hidden + "'" + hidden + "re right");
      assertThat(tokens.size()).isEqualTo(6);
      assertThat(tokens.form(2)).isEqualTo("sorry");
      assertThat(slice(tokens, 2)).isEqualTo("so" + hidden + "rry");
      assertThat(tokens.form(3)).isEqualTo("you");
      assertThat(tokens.form(4)).isEqualTo("are");
    }

    @Test
    void noBreakSpacesAreSpaces() {
      assertThat(forms("so\u00A0sorry\u202Findeed\u3000yes")).isEqualTo("so sorry indeed yes");
    }

    @Test
    void foldingIgnoresTheMachinesLocale() {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("tr"));
        assertThat(forms("I AM FURIOUS")).isEqualTo("i am furious");
        assertThat(forms("CRITICIZING É")).isEqualTo("criticizing é");
        Tokens tokens = tokens("İ İstanbul is");
        assertThat(tokens.form(0)).isEqualTo("i\u0307");
        assertThat(slice(tokens, 1)).isEqualTo("İstanbul");
        assertThat(tokens.start(2)).isEqualTo(11);
        assertThat(sentences("See DR. LI. Thanks", false)).isEqualTo("See DR LI | Thanks");
      } finally {
        Locale.setDefault(before);
      }
    }

    @Test
    void longWordsAreOneWord() {
      assertThat(forms("x" + "Ab".repeat(5_000))).isEqualTo("x" + "ab".repeat(5_000));
      assertThat(forms("É".repeat(5_000))).isEqualTo("é".repeat(5_000));
    }

    @ParameterizedTest
    @CsvSource({
      "f*** this,f*** this",
      "s**t,s**t",
      "F**KING late,f**king late",
      "sh!t,sh!t",
      "f*ck,f*ck",
      "b****!,b****",
      "**bold** text,bold text",
      "*note* this,note this",
      "price* applies,price applies"
    })
    void maskedProfanityIsAWord(String text, String expected) {
      assertThat(forms(text)).isEqualTo(expected);
    }

    @Test
    void anExclamationBetweenWordsIsNoMask() {
      assertThat(forms("thanks!great")).isEqualTo("thanks great");
      assertThat(forms("Hello!There")).isEqualTo("hello there");
    }
  }

  @Nested
  class Pictures {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "😡",
          "👍🏽",
          "❤️",
          "☺️",
          "👨‍👩‍👧‍👦",
          "🤷🏽‍♀️",
          "👩🏿‍🚀",
          "🏳️‍🌈",
          "🇩🇪",
          "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
          "1️⃣",
          "#️⃣",
          "*️⃣",
          "⭐",
          "✅",
          "↩️",
          "🫠",
          ":)",
          ":-(",
          ":'(",
          ";-)",
          "<3",
          "</3",
          "^_^",
          "-_-",
          ">:(",
          ":D",
          ":/",
          "xD",
          "XD",
          "T_T"
        })
    void areOneTokenEach(String picture) {
      String text = "ok " + picture + " bye";
      Tokens tokens = tokens(text);
      assertThat(kinds(text)).isEqualTo("WORD:ok EMOJI:" + picture + " WORD:bye");
      assertThat(tokens.sentenceCount()).isEqualTo(1);
      assertThat(tokens.wordCount()).isEqualTo(3);
    }

    @Test
    void standEachForItself() {
      assertThat(kinds("😡😡🇩🇪🇫🇷👍🏽👍"))
          .isEqualTo("EMOJI:😡 EMOJI:😡 EMOJI:🇩🇪 EMOJI:🇫🇷 EMOJI:👍🏽 EMOJI:👍");
    }

    @Test
    void skinTonesAndSelectorsMakeNoDifference() {
      assertThat(forms("👍🏽")).isEqualTo(forms("👍"));
      assertThat(forms("❤️")).isEqualTo(forms("❤"));
      assertThat(forms("🤷🏽‍♀️")).isEqualTo(forms("🤷‍♀️")).isNotEqualTo(forms("🤷‍♂️"));
      assertThat(forms("1️⃣")).isEqualTo(forms("1⃣")).isNotEqualTo(forms("2️⃣"));
    }

    @Test
    void splitWordsThatTheyStandIn() {
      assertThat(kinds("thanks😀bye")).isEqualTo("WORD:thanks EMOJI:😀 WORD:bye");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://x.org/a",
          "ratio 3:4",
          "at 10:30",
          "Vitamin D: good",
          "XDrive",
          "him: or",
          "s:(x)",
          "a <b",
          "1 < 3"
        })
    void areNotSeenInPunctuation(String text) {
      assertThat(kinds(text)).doesNotContain("EMOJI");
    }

    @Test
    void mayEndASentenceWithoutAStop() {
      assertThat(sentences("Great 😀 Thanks", false)).isEqualTo("Great 😀 Thanks");
    }
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "3          | NUMBER:3",
          "3.5        | NUMBER:3.5",
          "1,234.56   | NUMBER:1,234.56",
          "50%        | NUMBER:50%",
          "12/05      | NUMBER:12/05",
          "12/05/2024 | NUMBER:12/05/2024",
          "10:30      | NUMBER:10:30",
          "17.3.1     | NUMBER:17.3.1",
          "v2.3.1     | WORD:v2.3.1",
          "$12.50     | MONEY:$12.50",
          "£1,000     | MONEY:£1,000",
          "€5         | MONEY:€5",
          "5€         | MONEY:5€",
          "20 €       | NUMBER:20",
          "$ 5        | NUMBER:5",
          "$          | ''",
          "3rd        | WORD:3rd",
          "2x         | WORD:2x",
          "5.         | NUMBER:5",
          "5,         | NUMBER:5",
          "555-1234   | NUMBER:555-1234"
        })
    void haveTheirKinds(String text, String expected) {
      assertThat(kinds("about " + text)).isEqualTo(("WORD:about " + expected).strip());
    }

    @Test
    void anAmountIsNotTheBareNumber() {
      assertThat(forms("5€")).isNotEqualTo(forms("5"));
      assertThat(forms("$5")).isNotEqualTo(forms("5"));
      assertThat(forms("5%")).isNotEqualTo(forms("5"));
    }
  }

  @Nested
  class Addresses {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "see https://example.org/a?b=c#d. Bye | WORD:see URL:https://example.org/a?b=c#d WORD:Bye",
          "see HTTP://EXAMPLE.ORG/, ok      | WORD:see URL:HTTP://EXAMPLE.ORG/ WORD:ok",
          "(www.example.org)                | URL:www.example.org",
          "go to example.com/help now       | WORD:go WORD:to URL:example.com/help WORD:now",
          "mail help.me@example.co.uk.      | WORD:mail EMAIL:help.me@example.co.uk",
          "a_b+c@x-y.org                    | EMAIL:a_b+c@x-y.org",
          "me@home now                      | WORD:me MENTION:@home WORD:now",
          "thanks @Ann_1!                   | WORD:thanks MENTION:@Ann_1",
          "@AcmeHelp where is it            | WORD:where WORD:is WORD:it",
          "@a @b hello                      | WORD:hello",
          "@ 5 pm                           | NUMBER:5 WORD:pm",
          "#fail again                      | WORD:fail WORD:again",
          "order #1234                      | WORD:order NUMBER:1234"
        })
    void areOneToken(String text, String expected) {
      assertThat(kinds(text)).isEqualTo(expected);
    }

    @Test
    void areReported() {
      assertThat(regions("@AcmeHelp see www.x.org or write to a@b.org, @Ann"))
          .isEqualTo("MENTION:@AcmeHelp URL:www.x.org EMAIL_ADDRESS:a@b.org MENTION:@Ann");
    }
  }

  @Nested
  class Masked {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "my [PII] is          | WORD:my REDACTED:[PII] WORD:is             | REDACTED:[PII]",
          "[CARD NUMBER]        | REDACTED:[CARD NUMBER]                     | REDACTED:[CARD NUMBER]",
          "[NAME_1]             | REDACTED:[NAME_1]                          | REDACTED:[NAME_1]",
          "card XXXX            | WORD:card REDACTED:XXXX                    | REDACTED:XXXX",
          "XXXX-XXXX-1234       | REDACTED:XXXX-XXXX-1234                    | REDACTED:XXXX-XXXX-1234",
          "xxxx                 | WORD:xxxx                                  | ''",
          "__credit_card__ ok   | REDACTED:__credit_card__ WORD:ok           | REDACTED:__credit_card__",
          "__init ok            | WORD:init WORD:ok                          | ''",
          "Hi [your name],      | WORD:Hi PLACEHOLDER:[your name]            | PLACEHOLDER:[your name]",
          "Hi {name}            | WORD:Hi PLACEHOLDER:{name}                 | PLACEHOLDER:{name}",
          "Hi {{first_name}}!   | WORD:Hi PLACEHOLDER:{{first_name}}         | PLACEHOLDER:{{first_name}}",
          "Hi <first_name>      | WORD:Hi PLACEHOLDER:<first_name>           | PLACEHOLDER:<first_name>",
          "a <b>bold</b> word   | WORD:a WORD:bold WORD:word                 | HTML:<b> HTML:</b>",
          "one<br/>two          | WORD:one WORD:two                          | HTML:<br/>",
          "<a href='x'>y</a>    | WORD:y                                     | HTML:<a href='x'> HTML:</a>",
          "you &amp; me         | WORD:you WORD:me                           | ''",
          "run `rm -r` now      | WORD:run WORD:now                          | CODE:`rm -r`",
          "a [b                 | WORD:a WORD:b                              | ''",
          "a < b                | WORD:a WORD:b                              | ''",
          "[1] x                | NUMBER:1 WORD:x                            | ''"
        })
    void partsAreReported(String text, String expected, String masked) {
      assertThat(kinds(text)).isEqualTo(expected);
      assertThat(regions(text)).isEqualTo(masked);
    }

    @Test
    void quotedMailIsMasked() {
      String text = "I agree.\n> not mine\n> nor this\nStill mine";
      assertThat(sentences(text, false)).isEqualTo("I agree | Still mine");
      assertThat(regions(text)).isEqualTo("QUOTE:> not mine QUOTE:> nor this");
    }

    @Test
    void aQuotedMailRunsToTheEnd() {
      String head = "Thanks a lot.\n";
      for (String quote :
          List.of(
              "On Mon, 3 May 2021 Ann <a@b.org> wrote:\n> hi\nyou",
              "-----Original Message-----\nhi",
              "________________________________\nFrom: x")) {
        assertThat(sentences(head + quote, false)).isEqualTo("Thanks a lot");
        assertThat(regions(head + quote)).isEqualTo("QUOTE:" + quote);
      }
      assertThat(forms("On Monday he wrote a letter")).isEqualTo("on monday he wrote a letter");
    }

    @Test
    void signaturesRunToTheEnd() {
      assertThat(regions("Bye.\n-- \nAnn Lee\nAcme")).isEqualTo("SIGNATURE:-- \nAnn Lee\nAcme");
      assertThat(regions("Bye.\n--\nAnn")).isEqualTo("SIGNATURE:--\nAnn");
      assertThat(regions("Bye.\nSent from my phone")).isEqualTo("SIGNATURE:Sent from my phone");
      assertThat(forms("Sent from my phone")).isEqualTo("sent from my phone");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "^AB",
          "^jd",
          "/AB",
          "-Becky",
          "- Becky",
          "~Ann",
          "*AB",
          "\u2013 Becky",
          "\u2014AB"
        })
    void signOffsAreMasked(String signOff) {
      assertThat(regions("We are on it. " + signOff)).isEqualTo("SIGNATURE:" + signOff);
      assertThat(forms("We are on it. " + signOff)).isEqualTo("we are on it");
      assertThat(regions("On it. " + signOff + " https://t.co/x"))
          .isEqualTo("SIGNATURE:" + signOff + " URL:https://t.co/x");
      assertThat(forms("On it. " + signOff + " and more words")).endsWith("and more words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes/no", "a mix-up", "and/OR", "so - well", "2-3"})
    void ordinaryDashesAndSlashesSignNothing(String text) {
      assertThat(regions(text)).isEmpty();
    }

    @Test
    void codeBlocksAreMaskedToTheirEnd() {
      assertThat(sentences("Try ```\nrm x\n``` then ok", false)).isEqualTo("Try | then ok");
      assertThat(sentences("Try ```\nrm x", false)).isEqualTo("Try");
    }
  }

  @Nested
  class Sentences {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "I see. We help. ; I see | We help",
          "Dr. Lee is in. Ok ; Dr Lee is in | Ok",
          "See e.g. the bill ; See e g the bill",
          "At 9 a.m. we open ; At 9 a m we open",
          "It is 3.5 today ; It is 3.5 today",
          "Order no. 5 is late ; Order no 5 is late",
          "thanks.We help ; thanks | We help",
          "Wait... what ; Wait what",
          "Wait... What now ; Wait | What now",
          "Well… I see ; Well I see",
          "Well… Then go ; Well | Then go",
          "hm...ok ; hm ok",
          "Really?! Yes ; Really ?! | Yes",
          "No! Stop! ; No | Stop",
          "why? because ; why ? | because",
          "It was me and I. Thanks ; It was me and I | Thanks",
          "I don't. Sorry ; I don't | Sorry",
          "We can’t. Sorry ; We can’t | Sorry",
          "That is John's. Sorry ; That is John's | Sorry",
          "It took 5h. Sorry ; It took 5h | Sorry",
          "What bull s**t. Bye ; What bull s**t | Bye",
          "I paid 5. Thanks ; I paid 5 | Thanks",
          "I paid $5. Thanks ; I paid $5 | Thanks",
          "Mail a@b.org. Thanks ; Mail a@b.org | Thanks",
          "See www.x.org. Thanks ; See www.x.org | Thanks",
          "(I see.) We help ; I see | We help",
          "café. We ; café | We",
          "J. Smith called ; J Smith called"
        })
    void endWhereTheyShould(String text, String expected) {
      assertThat(sentences(text, false)).isEqualTo(expected);
    }

    @Test
    void stopsEndNoSentence() {
      assertThat(sentences("so, well; then: go", false)).isEqualTo("so well then go");
    }

    @Test
    void hiddenCharactersHideNoStop() {
      assertThat(sentences("I do\u200Bn't. Sorry", false)).isEqualTo("I do\u200Bn't | Sorry");
      assertThat(sentences("Fi\u00ADn. Sorry", false)).isEqualTo("Fi\u00ADn | Sorry");
      assertThat(sentences("D\u200Br. Lee", false)).isEqualTo("D\u200Br Lee");
      assertThat(sentences("Dr\u200B. Lee", false)).isEqualTo("Dr Lee");
    }

    @Test
    void blankLinesAndBulletsAreBarriers() {
      assertThat(sentences("We\nhelp you\n\nBye", false)).isEqualTo("We help you | Bye");
      assertThat(sentences("We\r\nhelp you\r\n \t\r\nBye", false)).isEqualTo("We help you | Bye");
      assertThat(sentences("Do\n- this\n* that\n• more\n1. one\n2) two", false))
          .isEqualTo("Do | this | that | more | one | two");
      assertThat(sentences("We - as ever\n-5 degrees", false)).isEqualTo("We as ever 5 degrees");
    }

    @Test
    void aNewlineIsABarrierInChatOnly() {
      assertThat(sentences("i see\nso what", false)).isEqualTo("i see so what");
      assertThat(sentences("i see\nso what", true)).isEqualTo("i see | so what");
      assertThat(sentences("i see\u2028so what", true)).isEqualTo("i see | so what");
    }

    @Test
    void areNumberedWithoutHoles() {
      Tokens tokens = tokens("... !! One. ! \n\n Two.\n- \n\n");
      assertThat(tokens.size()).isEqualTo(2);
      assertThat(tokens.sentence(0)).isZero();
      assertThat(tokens.sentence(1)).isEqualTo(1);
      assertThat(tokens.sentenceCount()).isEqualTo(2);
      assertThat(tokens.opensSentence(0)).isTrue();
      assertThat(tokens.opensSentence(1)).isTrue();
    }

    @Test
    void stopMarksAreKept() {
      Tokens tokens = tokens("so, well; then: go on. , but – no");
      StringBuilder stops = new StringBuilder();
      for (int token = 0; token < tokens.size(); token++) {
        stops.append(tokens.stopBefore(token) ? '1' : '0');
      }
      assertThat(stops).hasToString("0111000");
    }

    @Test
    void aQuestionMarkIsATokenOfItsSentence() {
      Tokens tokens = tokens("why?? so");
      assertThat(tokens.kind(1)).isEqualTo(TokenKind.QUESTION_MARK);
      assertThat(slice(tokens, 1)).isEqualTo("??");
      assertThat(tokens.form(1)).isEqualTo("?");
      assertThat(tokens.sentence(1)).isZero();
      assertThat(tokens.opensSentence(2)).isTrue();
      assertThat(tokens.wordCount()).isEqualTo(2);
    }

    @Test
    void anEmptyTextHasNone() {
      for (String text : List.of("", " ", "\n\n", "...", "\u200B", "!!")) {
        assertThat(tokens(text).size()).isZero();
        assertThat(tokens(text).sentenceCount()).isZero();
        assertThat(tokens(text).wordCount()).isZero();
      }
    }
  }

  @Nested
  class Signals {

    @ParameterizedTest
    @CsvSource({
      "you're here now,3",
      "can't cannot,2",
      "why? oh why?,3",
      "ok 😀,2",
      "see www.x.org,2",
      "-- 5 $5 ok,3"
    })
    void wordsAreWrittenWords(String text, int words) {
      assertThat(tokens(text).wordCount()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"no!!! Stop!,3", "no,0", "what?!?!!,3", "a! b!,1", "！！,2"})
    void exclamationsAreCountedByRun(String text, int run) {
      assertThat(tokens(text).exclamationRun()).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource({"hm... so… ok,2", "3.5. Yes.,0", "a.. b....,2", "no,0", "a…… b,1"})
    void ellipsesAreCounted(String text, int count) {
      assertThat(tokens(text).ellipses()).isEqualTo(count);
    }

    @Test
    void listItemsAreCounted() {
      assertThat(tokens("Do:\n- a\n- b\n 1. c\n10) d\nno - e\n2020. f").listItems()).isEqualTo(4);
      assertThat(tokens("- first line\nx").listItems()).isEqualTo(1);
    }

    @Test
    void capitalsAreCounted() {
      Tokens tokens = tokens("I AM so ANGRY, ÉTÉ x1 X1");
      assertThat(tokens.letters()).isEqualTo(1 + 2 + 2 + 5 + 3 + 1 + 1);
      assertThat(tokens.capitals()).isEqualTo(1 + 2 + 5 + 3 + 1);
      StringBuilder shouted = new StringBuilder();
      for (int token = 0; token < tokens.size(); token++) {
        shouted.append(tokens.isCapitals(token) ? '1' : '0');
      }
      assertThat(shouted).hasToString("0101100");
    }

    @Test
    void wordsSplitInTwoShoutTogether() {
      Tokens tokens = tokens("I CAN'T");
      assertThat(tokens.isCapitals(0)).isFalse();
      assertThat(tokens.isCapitals(1)).isTrue();
      assertThat(tokens.isCapitals(2)).isTrue();
    }

    @Test
    void runsOfMarksKeepTheirPlaces() {
      assertThat(tokens("no!!! what?! ok! hm?? why!?!").punctuationRuns())
          .containsExactly(new int[] {2, 5}, new int[] {10, 12}, new int[] {25, 28});
    }

    @Test
    void offsetsAreGivenInCodePointsToo() {
      Tokens tokens = tokens("😡 This");
      assertThat(tokens.start(1)).isEqualTo(3);
      assertThat(tokens.codePoint(tokens.start(1))).isEqualTo(2);
      assertThat(tokens.codePoint(7)).isEqualTo(6);
      assertThat(tokens("This").codePoint(4)).isEqualTo(4);
      assertThat(tokens("").codePoint(0)).isZero();
    }
  }

  @Nested
  class Symbols {

    private final Vocabulary vocabulary =
        new Vocabulary(List.of("sorry", "apologia", "3"), List.of("apolog", "apologi", "3rd"));

    private final Scanner scanner = new Scanner(SmallEnglish.language(), vocabulary);

    private String symbol(String text) {
      Tokens tokens = scanner.scan(text, false);
      int symbol = tokens.symbol(0);
      return symbol < TokenKind.COUNT ? tokens.kind(0).toString() : vocabulary.form(symbol);
    }

    @ParameterizedTest
    @CsvSource({
      "SORRY,sorry",
      "sorryish,WORD",
      "apologia,apologia",
      "apologise,apologi",
      "apology,apolog",
      "apolog,apolog",
      "apolo,WORD",
      "3,3",
      "33,NUMBER",
      "3rdly,3rd",
      ":),EMOJI",
      "?,QUESTION_MARK"
    })
    void areTheWordElseItsLongestBeginningElseTheKind(String text, String expected) {
      assertThat(symbol(text)).isEqualTo(expected);
    }

    @Test
    void areBelowTheSize() {
      assertThat(vocabulary.size()).isEqualTo(TokenKind.COUNT + 6);
      assertThat(vocabulary.word("sorry")).isGreaterThanOrEqualTo(TokenKind.COUNT);
      assertThat(vocabulary.word("apologi")).isEqualTo(-1);
      assertThat(vocabulary.isWord(vocabulary.word("sorry"))).isTrue();
      assertThat(vocabulary.isWord(vocabulary.prefixes().get("apologi"))).isFalse();
      assertThat(vocabulary.isWord(0)).isFalse();
      assertThat(vocabulary.form(0)).isEmpty();
    }
  }
}
