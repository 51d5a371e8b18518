package dev.empathy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks stored assessments against today's engine. */
@Command(
    name = "replay",
    description = {
      "Checks stored assessments against today's engine.",
      "",
      "With --jsonl the messages are assessed again, at the level of detail and in the form that was"
          + " stored, and compared byte by byte. Without, only what an assessment says of itself is"
          + " checked: that the ledger adds up to the dimensions and these to the score, that band and"
          + " verdict follow from it, and that the rubric is the same.",
      ""
    })
final class ReplayCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private RubricOption rubric = new RubricOption();

  @Parameters(
      paramLabel = "FILE",
      description = "What assess wrote: JSON lines, or the JSON of one message.")
  private Path stored = Path.of("");

  @Option(
      names = "--jsonl",
      paramLabel = "FILE|-",
      description = "The messages that were assessed, as assess --jsonl reads them.")
  private @Nullable String jsonl;

  @Option(
      names = "--fact",
      paramLabel = "NAME=VALUE",
      description = "A fact that was given to assess; may be repeated.")
  private Map<String, String> facts = new LinkedHashMap<>();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--quiet", description = "The summary only.")
  private boolean quiet;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BadUse.refuse(spec, jsonl == null && !facts.isEmpty(), "--fact goes with --jsonl");
    StoredForm form = StoredForm.of(stored);
    EmpathyEngine engine = rubric.find().engine();
    Replay replay = new Replay(console, quiet);
    boolean sound = true;
    try (StoredFile file = StoredFile.open(stored)) {
      if (jsonl == null) {
        replay.alone(file, engine.rubric(), Rubrics.version(engine));
      } else {
        sound = again(replay, file, engine.at(form.detail()), form, jsonl);
      }
    }
    console.print(replay.summary(jsonl != null));
    return !sound ? Main.BAD_INPUT : replay.isSame() ? Main.FINE : Main.FOUND;
  }

  /** Assesses again; whether all of the input could be read. */
  private boolean again(
      Replay replay, StoredFile file, EmpathyEngine engine, StoredForm form, String source)
      throws IOException {
    Path input = BatchRun.input(source);
    Batch.Plan plan =
        new Batch.Plan(
            input == null ? "standard input" : source,
            "",
            facts,
            new BatchConversation.Wanted(form.all(), form.conversations()),
            Output.JSON_LINES,
            threads.number(),
            0);
    Assessor assessor = Assessor.of(engine, form.explained());
    try (InputStream in = input == null ? console.in() : Files.newInputStream(input);
        Progress progress = Progress.of(console, input, quiet)) {
      Batch batch = new Batch(assessor, plan, console, replay.against(file), progress);
      boolean sound = batch.run(in).badLines() == 0;
      replay.rest(file);
      return sound;
    }
  }

  /**
   * How assessments were stored.
   *
   * @param detail the level of detail of the first
   * @param explained whether it is in the explained form
   * @param all whether any is a customer's message
   * @param conversations whether any is a conversation
   */
  private record StoredForm(Detail detail, boolean explained, boolean all, boolean conversations) {

    static StoredForm of(Path file) throws IOException {
      Detail detail = Detail.FULL;
      boolean explained = false;
      boolean all = false;
      boolean conversations = false;
      try (StoredFile stored = StoredFile.open(file)) {
        Stored one = stored.next();
        if (one != null) {
          JsonNode receipt = one.body().path("receipt");
          String level = receipt.path("detail").asText("full");
          try {
            detail = Detail.valueOf(level.toUpperCase(Locale.ROOT));
          } catch (IllegalArgumentException e) {
            throw new Failure(file + ": no level of detail is named " + Visible.line(level));
          }
          explained = receipt.path("explained").asBoolean();
        }
        for (; one != null; one = stored.next()) {
          all |= one.body().path("role").asText().equals("customer");
          conversations |= one.isConversation();
        }
      }
      return new StoredForm(detail, explained, all, conversations);
    }
  }
}
