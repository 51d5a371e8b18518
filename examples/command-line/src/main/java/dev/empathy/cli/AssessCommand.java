package dev.empathy.cli;

import dev.empathy.Detail;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses one message, or every message of a file. */
@Command(
    name = "assess",
    description = {
      "Assesses one message, or every message of a file.",
      "",
      "With --customer the TEXT is the answer to it. Without, nothing is known of what came before,"
          + " and rules that need it say unknown; with --fact but no --customer, the TEXT begins the"
          + " conversation.",
      ""
    },
    footer = {
      "",
      "A line of JSONL: {\"id\",\"conversation\"?,\"role\",\"text\",\"at\"?,\"until\"?,\"customer\"?,"
          + "\"facts\"?,\"regions\"?}. Lines with the same conversation that stand together are one"
          + " conversation; customer is what the customer wrote just before; facts hold from their"
          + " line on. at and until are when a message begins and ends, with an offset"
          + " (2026-11-03T09:30:00Z) or as milliseconds since 1970; regions are parts that are not"
          + " the writer's words: {\"kind\":\"quote\",\"start\":0,\"end\":12}."
    })
final class AssessCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private RubricOption rubric = new RubricOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description =
          "The message, after -- if it begins with a dash; without it, standard input is read, as"
              + " UTF-8.")
  private @Nullable String text;

  @Option(
      names = "--customer",
      paramLabel = "TEXT",
      description = "What the customer wrote before.")
  private @Nullable String customer;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = Choices.Roles.class,
      description = "Who wrote it: agent (default), bot, supervisor or customer.")
  private @Nullable Role role;

  @Option(
      names = "--fact",
      paramLabel = "NAME=VALUE",
      description =
          "A fact, such as channel=chat; may be repeated. With --jsonl it holds in all of them.")
  private Map<String, String> facts = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Choices.ResultFormats.class,
      description = "text (default, json with --jsonl), json or sarif.")
  private @Nullable Format format;

  @Option(
      names = "--detail",
      paramLabel = "LEVEL",
      converter = Choices.Details.class,
      description =
          "How much of the messages the result holds: full (default), spans (no text), or codes"
              + " (ids, outcomes and scores only).")
  private Detail detail = Detail.FULL;

  @Mixin private ColorOption color = new ColorOption();

  @Option(
      names = {"-v", "--verbose"},
      description = "With the text: everything that it rests on.")
  private boolean verbose;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = Choices.Severities.class,
      description =
          "Exit with 1 on an issue of this severity or a graver one: suggestion, warning, error or"
              + " critical.")
  private @Nullable Severity failOn;

  @Option(
      names = "--file",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Assess files that are a message each, such as macros and prompt templates.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--jsonl",
      paramLabel = "FILE|-",
      description = "Assess every message of a file of JSON lines, or of standard input.")
  private @Nullable String jsonl;

  @Option(names = "--all", description = "With --jsonl: a line for customers' messages too.")
  private boolean all;

  @Option(
      names = "--conversations",
      description = "With --jsonl: a line for each conversation after its messages.")
  private boolean conversations;

  @Option(
      names = "--explain",
      description =
          "With --jsonl: the explained form, with near misses, the smallest changes and responses;"
              + " it takes some hundred times as long. One message is always explained.")
  private boolean explain;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "With --jsonl: the file to write. It appears when it is whole; until then there is"
              + " FILE.part.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description =
          "With --out: go on where an interrupted run of the same input, rubric and options"
              + " stopped.")
  private boolean resume;

  @Option(names = "--quiet", description = "With --jsonl: no progress and no summary.")
  private boolean quiet;

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BadUse.refuse(spec, jsonl != null && !files.isEmpty(), "--file and --jsonl exclude each other");
    BadUse.refuse(
        spec,
        text != null && (jsonl != null || !files.isEmpty()),
        "a TEXT and " + (jsonl != null ? "--jsonl" : "--file") + " exclude each other");
    return jsonl == null ? assessMessages() : assessBatch(jsonl);
  }

  private int assessMessages() throws IOException {
    BadUse.refuse(
        spec,
        all || conversations || explain || quiet || threads.isGiven() || out != null || resume,
        "--all, --conversations, --explain, --threads, --out, --resume and --quiet go with --jsonl");
    BadUse.refuse(spec, role == Role.SYSTEM, "system notes are never assessed");
    BadUse.refuse(
        spec,
        verbose && (detail != Detail.FULL || format != null && format != Format.TEXT),
        "--verbose goes with --format text and --detail full");
    boolean needsInput = text == null && files.isEmpty();
    BadUse.refuse(
        spec, needsInput && console.inIsTerminal(), "a TEXT is needed, or one on standard input");
    Rubrics source = rubric.find();
    String written = text != null ? text : needsInput ? standardInput() : "";
    MessageRun run =
        new MessageRun(
            console,
            source.engine().at(detail),
            role == null ? Role.AGENT : role,
            customer,
            facts,
            detail,
            format == null ? Format.TEXT : format,
            verbose,
            color.mode());
    MessageRun.Result result =
        files.isEmpty() ? run.one(written, text == null ? "stdin" : "TEXT") : run.files(files);
    return exitCode(result.bad(), result.gravest());
  }

  private int assessBatch(String source) throws IOException {
    BadUse.refuse(
        spec,
        customer != null || role != null,
        "--customer and --role stand in the lines of --jsonl");
    BadUse.refuse(spec, format == Format.TEXT || verbose, "--jsonl writes JSON or SARIF only");
    BadUse.refuse(spec, resume && out == null, "--resume goes with --out");
    boolean sarif = format == Format.SARIF;
    BadUse.refuse(
        spec,
        sarif && (all || conversations || explain),
        "SARIF holds issues only: --all, --conversations and --explain add nothing to it");
    Path file = BatchRun.input(source);
    BadUse.refuse(
        spec,
        resume && file == null,
        "--resume reads a file, as standard input cannot be read again");
    BatchRun run =
        new BatchRun(
            console,
            rubric.find().engine().at(detail),
            file,
            facts,
            new BatchConversation.Wanted(all, conversations),
            new BatchRun.Form(detail, explain, sarif),
            threads.number(),
            out,
            resume,
            quiet);
    Batch.Summary summary = run.run();
    return exitCode(summary.badLines() > 0, summary.gravest());
  }

  private int exitCode(boolean bad, @Nullable Severity gravest) {
    if (bad) {
      return Main.BAD_INPUT;
    }
    boolean found = failOn != null && gravest != null && gravest.compareTo(failOn) >= 0;
    return found ? Main.FOUND : Main.FINE;
  }

  /** All of it but the line end that {@code echo} adds. */
  private String standardInput() throws IOException {
    byte[] bytes = new BufferedInputStream(console.in()).readAllBytes();
    try {
      return MessageRun.decoded(bytes).replaceFirst("\r?\n\\z", "");
    } catch (CharacterCodingException e) {
      throw new Failure("standard input is not UTF-8");
    }
  }
}
