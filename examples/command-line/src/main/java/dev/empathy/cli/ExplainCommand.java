package dev.empathy.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.EmpathyEngine;
import dev.empathy.PhraseDescription;
import dev.empathy.SelfTest;
import dev.empathy.yaml.EffectiveRubric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an author what a rubric, or one thing of it, comes to. */
@Command(
    name = "explain",
    description = {
      "Shows what a rubric comes to.",
      "",
      "With an ID, the thing of that name with the values that hold and where each comes from; of"
          + " a cue, a word list or a phrase also, phrase by phrase, what its short forms stand"
          + " for, sentences that it finds, and what it is compiled to.",
      "",
      "Without an ID, the whole rubric after all that it extends, as one file that can be used"
          + " again, with where each value comes from as a comment.",
      ""
    },
    footer = {
      "",
      "An ID is a name (anger: whatever is called so), $name as in a phrase (write '$feeling'), or"
          + " a path: cues.anger.match[2], words.feeling, rules.curtness.fail, bands."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private RubricOption rubric = new RubricOption();

  @Parameters(
      arity = "0..2",
      paramLabel = "FILE [ID]",
      hideParamSyntax = true,
      description =
          "A file or the name of a built-in rubric, unless --rubric names it; then the ID.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--all", description = "Show long lists to their ends.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Choices.PageFormats.class,
      description =
          "text (default) or json; markdown, a page for people about all that the rubric recognises.")
  private PageFormat format = PageFormat.TEXT;

  @Mixin private ColorOption color = new ColorOption();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean named = spec.commandLine().getParseResult().hasMatchedOption("--rubric");
    List<String> left = new ArrayList<>(words);
    Rubrics source = named || left.isEmpty() ? rubric.find() : Rubrics.find(left.remove(0));
    BadUse.refuse(
        spec, left.size() > 1, "--rubric names the rubric, so that only an ID may follow");
    String id = left.isEmpty() ? null : left.get(0);
    EffectiveRubric effective = source.resolve();
    if (id == null) {
      console.print(
          switch (format) {
            case JSON -> Json.pretty(JsonRubric.of(effective));
            case MARKDOWN -> RubricPage.of(source.read());
            case TEXT -> effective.yaml();
          });
      return Main.FINE;
    }
    BadUse.refuse(
        spec,
        format == PageFormat.MARKDOWN,
        "a page is about the whole rubric: --format markdown takes no ID");
    EmpathyEngine engine = EmpathyEngine.compile(source.read(), SelfTest.OFF);
    List<Explained> found = Explained.find(effective, engine, id);
    console.print(
        format == PageFormat.JSON
            ? Json.pretty(found.stream().map(one -> JsonThing.of(one, all)).toList())
            : ExplainText.of(found, console.width(), new Paint(console.colour(color.mode())), all));
    return Main.FINE;
  }

  /** A value of the effective rubric as programs read it. */
  @JsonPropertyOrder({"path", "value", "at"})
  record JsonValue(String path, String value, String at) {

    static List<JsonValue> of(EffectiveRubric rubric) {
      return rubric.values().stream()
          .map(value -> new JsonValue(value.path(), value.value(), value.at().toString()))
          .toList();
    }
  }

  /** All of an effective rubric. */
  record JsonRubric(List<JsonValue> values) {

    static JsonRubric of(EffectiveRubric rubric) {
      return new JsonRubric(JsonValue.of(rubric));
    }
  }

  /** One thing of it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonPropertyOrder({"kind", "path", "values", "defaults", "phrases"})
  record JsonThing(
      String kind,
      String path,
      List<JsonValue> values,
      Map<String, String> defaults,
      List<JsonPhrase> phrases) {

    static JsonThing of(Explained one, boolean all) {
      return new JsonThing(
          one.kind(),
          one.path(),
          JsonValue.of(one.part()),
          one.defaults(),
          one.phrases().stream().map(phrase -> JsonPhrase.of(phrase, all)).toList());
    }
  }

  /** A phrase. */
  @JsonPropertyOrder({"path", "text", "at", "skippable", "forms", "samples", "program"})
  record JsonPhrase(
      String path,
      String text,
      String at,
      List<String> skippable,
      List<JsonForm> forms,
      List<String> samples,
      List<String> program) {

    static JsonPhrase of(PhraseDescription phrase, boolean all) {
      return new JsonPhrase(
          phrase.path(),
          phrase.text(),
          phrase.at().toString(),
          phrase.skippable(),
          phrase.forms().stream().map(form -> JsonForm.of(form, all)).toList(),
          phrase.samples(),
          phrase.program());
    }
  }

  /** What a short form stands for: how many words, and the first of them. */
  @JsonPropertyOrder({"written", "count", "standsFor"})
  record JsonForm(String written, int count, List<String> standsFor) {

    static JsonForm of(PhraseDescription.Form form, boolean all) {
      List<String> words = form.standsFor();
      return new JsonForm(form.written(), words.size(), ExplainText.shortened(words, all));
    }
  }
}
