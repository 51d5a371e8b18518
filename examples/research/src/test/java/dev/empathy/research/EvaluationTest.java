package dev.empathy.research;

import static dev.empathy.research.SmallRubric.data;
import static dev.empathy.research.SmallRubric.evaluation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments over small data, made here. */
class EvaluationTest {

  private static final String EXPERIMENT =
      """
      experiment: small
      may-lack: [sadness, hesitation]
      data:
        replies: { files: replies/*.jsonl, role: agent, context: before }
        feelings: { files: feelings/*.csv, role: customer, text: message }
        missing: { files: missing/*.jsonl, role: agent }
        ranked: { files: ranked/*.tsv, role: agent }
      tasks:
        replies sorry:
          data: replies
          gold: { field: label.sorry, is: 1 }
          reading: { cue: apology }
          measure: f1
          floor: { value: 0.5, by: a word list }
          published: model .9; people's κ .8
        replies lacking: { data: replies, gold: { field: label.sorry, is: 1 }, reading: { cue: hesitation }, measure: f1 }
        replies alarms: { data: replies, reading: { issue: error }, measure: rate, floor: 0.1 }
        replies warmth: { data: replies, gold: label.warmth, reading: { score: overall, if-none: 50 }, measure: spearman }
        replies kappa: { data: replies, gold: { field: label.sorry, is: 1 }, reading: { cue: apology }, measure: kappa }
        feelings kinds:
          data: feelings
          gold: feeling
          reading: { greatest: { negative: { family: negative }, positive: { family: positive } }, else: neutral }
          measure: macro-f1
        feelings each:
          data: feelings
          labels:
            anger:   { gold: { field: kind, is: anger },   reading: { emotion: anger } }
            sadness: { gold: { field: kind, is: sadness }, reading: { emotion: sadness } }
          measure: macro-f1
        feelings valence: { data: feelings, gold: valence, reading: { difference: [{ family: positive }, { family: negative }] }, measure: pearson }
        missing sorry: { data: missing, gold: { field: label, is: 1 }, reading: { cue: apology }, measure: f1 }
        ranked better: { data: ranked, gold: { field: label, map: { good: 1, bad: 0 } }, reading: { dimension: kindness }, measure: ranking, group: prompt }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    data(
        folder,
        "replies/whatever.jsonl",
        "{\"text\":\"Sorry about that.\",\"before\":\"I'm furious\",\"label\":{\"sorry\":1,\"warmth\":4}}",
        "{\"text\":\"So sorry!\",\"before\":\"\",\"label\":{\"sorry\":1,\"warmth\":3}}",
        "{\"text\":\"Restart it.\",\"before\":\"I'm furious\",\"label\":{\"sorry\":0,\"warmth\":1}}",
        "",
        "{\"text\":\"Apologies.\",\"before\":\"Hello\",\"label\":{\"sorry\":1,\"warmth\":3}}",
        "{\"text\":\"Could you restart it? Sorry.\",\"label\":{\"sorry\":0,\"warmth\":5}}",
        "{\"text\":\"No label.\",\"label\":{\"sorry\":null,\"warmth\":null}}");
    data(
        folder,
        "feelings/a.csv",
        "message,feeling,kind,valence",
        "\"I'm furious, and fed up\",negative,anger,-4",
        "fed up,negative,,-2",
        "Lovely!,positive,joy,3",
        "Hello,neutral,,0",
        "What a day,negative,sadness,-1");
    data(
        folder,
        "ranked/a.tsv",
        "prompt\tlabel\ttext",
        "1\tgood\tMay I help?",
        "1\tbad\tNo.",
        "2\tgood\tNo.",
        "2\tbad\tNo.",
        "2\tmiddling\tNo.");
  }

  @Test
  void theTableIsWhatPeopleHaveRead() throws IOException {
    List<Row> rows = evaluation(folder, EXPERIMENT).run(2).rows();
    Golden.matches("table.txt", Report.text(rows));
    Rubric rubric = SmallRubric.ENGINE.rubric();
    String page = Report.markdown(rows, rubric, "./examples/empathy evaluate x.yaml");
    // The hash covers the built-in locale, too, which is not this test's.
    Golden.matches("table.md", page.replace(rubric.sha256(), "HASH"));
    Golden.matches(
        "table.json",
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n");
  }

  @Test
  void figuresAreTheOnesOfStatistics() throws IOException {
    // Of three that are sorry two are found, and one that is not is.
    assertThat(row("replies sorry").value()).isEqualTo(0.6667);
    assertThat(row("replies sorry").baseline()).isEqualTo(0.75);
    assertThat(row("replies sorry").n()).isEqualTo(5);
    assertThat(row("replies lacking").value()).isZero();
    assertThat(row("replies lacking").note()).contains("no cue hesitation");
    // One reply of six to somebody furious, without a word of apology.
    assertThat(row("replies alarms").value()).isEqualTo(0.1667);
    assertThat(row("ranked better").value()).isEqualTo(0.75);
    assertThat(row("ranked better").note()).contains("1 row without");
    assertThat(row("feelings each: anger").value()).isEqualTo(1);
  }

  private Row row(String task) throws IOException {
    return evaluation(folder, EXPERIMENT).run(1).rows().stream()
        .filter(row -> row.task().equals(task))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dataThatAreMissingAreARowWithoutAValue() throws IOException {
    Results results = evaluation(folder, EXPERIMENT).only(List.of("missing")).run(1);
    Row row = results.rows().get(0);
    assertThat(row.value()).isNull();
    assertThat(row.n()).isZero();
    assertThat(row.data()).isEqualTo("missing/*.jsonl");
    assertThat(results.issues()).isEmpty();
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() throws IOException {
    data(
        folder,
        "replies/more.jsonl",
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    "{\"text\":\"%s no. %d\",\"label\":{\"sorry\":%d,\"warmth\":%d}}"
                        .formatted(i % 3 == 0 ? "Sorry" : "Well", i, i % 2, i % 5))
            .toArray(String[]::new));
    Evaluation evaluation = evaluation(folder, EXPERIMENT);
    Results one = evaluation.run(1);
    for (int threads = 2; threads < 9; threads += 3) {
      assertThat(evaluation.run(threads)).isEqualTo(one);
    }
    // And a task gives the same alone.
    Row alone = evaluation.only(List.of("replies warmth")).run(2).rows().get(0);
    assertThat(one.rows()).contains(alone);
  }

  @Test
  void someTasksAreChosenByTheBeginningOfTheirNames() throws IOException {
    Evaluation all = evaluation(folder, EXPERIMENT);
    assertThat(all.only(List.of("feelings each")).taskNames())
        .containsExactly("feelings each", "feelings each: anger", "feelings each: sadness");
    assertThat(all.only(List.of("ranked", "replies kappa")).taskNames())
        .containsExactly("replies kappa", "ranked better");
    assertThatThrownBy(() -> all.only(List.of("replies sorri")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no task is named replies sorri; did you mean replies sorry?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ cue: apology }                                          | 1",
        "{ hits: [apology, question] }                             | 3",
        "{ rule: apologize-to-the-angry, is: pass }                | 1",
        "{ rule: apologize-to-the-angry, is: fail }                | 0",
        "{ dimension: kindness }                                   | 70",
        "{ score: overall }                                        | 70",
        "{ score: overall, at-least: 70 }                          | 1",
        "{ score: overall, above: 70 }                             | 0",
        "{ score: overall, below: 70 }                             | 0",
        "{ signal: words }                                         | 5",
        "{ issue: suggestion }                                     | 0",
        "{ any: [{ cue: joy }, { cue: apology }] }                 | 1",
        "{ any: [{ cue: joy }, { emotion: anger }] }               | 0",
        "{ max: [{ signal: words }, { score: overall }] }          | 70",
        "{ sum: [{ signal: words }, { hits: apology }] }           | 7",
        "{ difference: [{ hits: apology }, { signal: words }] }    | -3",
        "{ weighted: [{ weight: 0.5, of: { hits: apology } }, { weight: -1, of: { cue: question } }] } | 0",
        "{ levels: [20, 60, 90], of: { score: overall }, from: 1 } | 3",
        "{ emotion: [anger, joy] }                                 | 0",
        "{ route: call-back }                                      | 0",
      })
  void everyReadingReads(String reading, double expected) throws IOException {
    data(
        folder,
        "one/a.jsonl",
        "{\"text\":\"Sorry, sorry. May I help?\",\"before\":\"I'm furious and fed up\"}");
    assertThat(rate("{ files: one/*.jsonl, role: agent, context: before }", reading))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ emotion: anger }                               | 0.8",
        "{ emotion: [frustration, joy] }                  | 0.5",
        "{ family: negative }                             | 0.8",
        "{ route: call-back }                             | 1",
        "{ score: overall, if-none: 7 }                   | 7",
      })
  void customersAreReadToo(String reading, double expected) throws IOException {
    data(folder, "one/a.jsonl", "{\"text\":\"I'm furious and fed up\"}");
    assertThat(rate("{ files: one/*.jsonl, role: customer }", reading)).isEqualTo(expected);
  }

  private double rate(String data, String reading) throws IOException {
    String experiment =
        """
        experiment: one
        data: { one: %s }
        tasks: { one: { data: one, reading: %s, measure: rate } }
        """
            .formatted(data, reading);
    Row row = evaluation(folder, experiment).run(1).rows().get(0);
    return row.value() == null ? Double.NaN : row.value();
  }

  @Test
  void whereTheRubricGivesNoScoreARowIsLeftOut() throws IOException {
    data(folder, "one/a.jsonl", "{\"text\":\"Hello\"}", "{\"text\":\"May I?\"}");
    String experiment =
        """
        experiment: one
        data: { one: { files: one/*.jsonl, role: agent } }
        tasks: { one: { data: one, reading: { score: overall }, measure: rate } }
        """;
    Row row = evaluation(folder, experiment).run(1).rows().get(0);
    assertThat(row.n()).isEqualTo(1);
    assertThat(row.note()).isEqualTo("1 row without a text, a label or a reading");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Anger, then a reply without an apology: whether the rule sees the anger tells the
        // context.
        "context: before                                                        | 1",
        "context: [early, before]                                               | 1",
        "context: early                                                         | 0",
        "context: { field: said, speakers: { Ana: customer, Bob: agent } }      | 1",
        "context: { field: said, speakers: { Ana: system, Bob: agent } }        | 0",
      })
  void contextIsWhatCameBefore(String context, double expected) throws IOException {
    data(
        folder,
        "one/a.jsonl",
        "{\"text\":\"Restart it.\",\"early\":\"Hello\",\"before\":\"I'm furious\","
            + "\"said\":\"Bob: Hello\\nAna: Well\\nI'm furious\"}");
    assertThat(
            rate(
                "{ files: one/*.jsonl, role: agent, " + context + " }",
                "{ rule: apologize-to-the-angry, is: fail }"))
        .isEqualTo(expected);
  }

  @Test
  void earlierRowsAreContextThoughTheyDoNotCount() throws IOException {
    data(
        folder,
        "one/a.jsonl",
        "{\"role\":\"customer\",\"text\":\"I'm furious\",\"chat\":1}",
        "{\"role\":\"customer\",\"text\":\"Hello\",\"chat\":2}",
        "{\"role\":\"agent\",\"text\":\"Restart it.\",\"chat\":1}",
        "{\"role\":\"agent\",\"text\":\"Restart it.\",\"chat\":2}",
        "{\"role\":\"agent\",\"text\":\"Restart it.\"}",
        "{\"role\":\"agent\",\"text\":\"Sorry!\",\"chat\":1}");
    String data =
        "{ files: one/*.jsonl, where: { role: agent }, role: { field: role }, context: { earlier: chat } }";
    // Of four replies one is a failure: the first of chat 1, before its turn went on.
    assertThat(rate(data, "{ rule: apologize-to-the-angry, is: fail }")).isEqualTo(0.25);
    assertThat(rate(data, "{ rule: apologize-to-the-angry, is: pass }")).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ kind: a }                    | 2",
        "{ kind: [a, b] }               | 3",
        "{ kind: { is-not: a } }        | 2",
        "{ tags: { has: [x, z] } }      | 2",
        "{ size: { above: 1 } }         | 3",
        "{ size: { at-least: 2, below: 3 } } | 1",
        "{ kind: a, size: { above: 1 } } | 1",
      })
  void rowsAreChosenByTheirFields(String where, int n) throws IOException {
    data(
        folder,
        "one/a.jsonl",
        "{\"text\":\"one\",\"kind\":\"a\",\"tags\":[],\"size\":1}",
        "{\"text\":\"two\",\"kind\":\"a\",\"tags\":[\"x\"],\"size\":2}",
        "{\"text\":\"three\",\"kind\":\"b\",\"tags\":[\"y\",\"z\"],\"size\":3}",
        "{\"text\":\"four\",\"kind\":\"c\",\"size\":4.5}",
        "{\"text\":\"five\"}",
        "{\"kind\":\"a\",\"tags\":[\"x\"],\"size\":2}");
    String experiment =
        """
        experiment: one
        data: { one: { files: one/*.jsonl, role: agent, where: %s } }
        tasks: { one: { data: one, reading: { cue: apology }, measure: rate } }
        """
            .formatted(where);
    Row row = evaluation(folder, experiment).run(1).rows().get(0);
    assertThat(row.n()).isEqualTo(n);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text: label.sory, is: 1  | no row that counts has the field label.sory | did you mean label.sorry?",
        "label: label.sory, is: 1 | no row that counts has the field label.sory | did you mean label.sorry?",
        "label: tags, is: 1       | one/a.jsonl:1: the field tags is a list | a list is asked with has",
        "label: label, is: 1      | one/a.jsonl:1: the field label is a map | name a field within it",
        "label: kind, above: 1    | one/a.jsonl:1: the field kind is no number | ",
        "label: kind, has: a      | one/a.jsonl:1: the field kind is no list | a single value is asked with is",
      })
  void dataThatAreNotWhatIsSaidOfThemAreAnIssue(String gold, String message, String hint)
      throws IOException {
    data(
        folder,
        "one/a.jsonl",
        "{\"text\":\"one\",\"kind\":\"a\",\"tags\":[],\"label\":{\"sorry\":1}}");
    String experiment =
        """
        experiment: one
        data: { one: { files: one/*.jsonl, role: agent } }
        tasks:
          one: { data: one, gold: { field: %s }, reading: { cue: apology }, measure: f1 }
          two: { data: one, reading: { cue: apology }, measure: rate }
        """
            .formatted(gold.substring(gold.indexOf(':') + 1).strip());
    Results results = evaluation(folder, experiment).run(1);
    assertThat(results.rows().get(0).value()).isNull();
    assertThat(results.rows().get(0).note()).isEqualTo(message);
    assertThat(results.rows().get(1).value()).isZero();
    assertThat(results.issues()).hasSize(1);
    assertThat(results.issues().get(0).at().line()).isEqualTo(4);
    assertThat(results.issues().get(0).message()).isEqualTo(message);
    assertThat(results.issues().get(0).hint()).isEqualTo(hint);
  }

  @Test
  void aFieldOfTheDataThatIsNotThereIsAnIssue() throws IOException {
    data(folder, "one/a.jsonl", "{\"message\":\"one\",\"who\":\"me\"}");
    for (String fields :
        List.of(
            "role: agent",
            "text: message, role: { field: wo }",
            "text: message, role: { field: who }",
            "text: message, role: agent, context: befor",
            "text: message, role: agent, context: { field: message, speakers: { Ana: customer } }",
            "text: message, role: agent, where: { whom: me }")) {
      String experiment =
          """
          experiment: one
          data: { one: { files: one/*.jsonl, %s } }
          tasks: { one: { data: one, reading: { cue: apology }, measure: rate } }
          """
              .formatted(fields);
      Results results = evaluation(folder, experiment).run(1);
      assertThat(results.issues()).as(fields).hasSize(1);
      assertThat(results.rows().get(0).value()).as(fields).isNull();
    }
  }

  @Test
  void noTextStandsInWhatIsToldOfMistakesOfTheData() throws IOException {
    data(folder, "one/a.jsonl", "{\"text\":\"secret\",\"kind\":\"secret\"}", "{\"text\":\"secret");
    String experiment =
        """
        experiment: one
        data: { one: { files: one/*.jsonl, role: agent } }
        tasks: { one: { data: one, gold: { field: kind, above: 1 }, reading: { cue: apology }, measure: f1 } }
        """;
    Results results = evaluation(folder, experiment).run(1);
    assertThat(results.complaints())
        .containsExactly("one/a.jsonl:2: not JSON; the line is skipped");
    assertThat(results.toString()).doesNotContain("secret");
  }
}
