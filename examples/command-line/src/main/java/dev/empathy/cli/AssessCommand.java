package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      converter = Choices.Formats.class,
      description = "text (default) or json.")
  private @Nullable Format format;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = Choices.ColorModes.class,
      description = "auto (default), always or never.")
  private ColorMode color = ColorMode.AUTO;

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
      names = "--threads",
      paramLabel = "N",
      description = "With --jsonl: how many threads assess. Default: one a processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --jsonl: the file to write. It appears when it is whole.")
  private @Nullable Path out;

  @Option(names = "--quiet", description = "With --jsonl: no progress and no summary.")
  private boolean quiet;

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return jsonl == null ? assessOne() : assessBatch(jsonl);
  }

  private int assessOne() throws IOException {
    refuse(
        all || conversations || quiet || threads != null || out != null,
        "--all," + " --conversations, --threads, --out and --quiet go with --jsonl");
    refuse(role == Role.SYSTEM, "system notes are never assessed");
    refuse(text == null && console.inIsTerminal(), "a TEXT is needed, or one on standard input");
    refuse(verbose && format == Format.JSON, "--verbose goes with --format text");
    Rubrics source = rubric.find();
    String written = text == null ? standardInput() : text;
    Message message = Message.of(role == null ? Role.AGENT : role, written);
    Conversation conversation =
        new Conversation(
            customer == null ? List.of(message) : List.of(Message.customer(customer), message),
            facts);
    EmpathyEngine engine = source.engine();
    Assessment assessment =
        customer == null && facts.isEmpty()
            ? engine.explain(message)
            : engine.explainReply(conversation);
    console.print(
        format == Format.JSON
            ? Json.pretty(assessment)
            : AssessmentText.of(
                conversation,
                assessment,
                verbose,
                console.width(),
                new Paint(console.colour(color))));
    return failOn != null
            && assessment.issues().stream()
                .anyMatch(f -> f.severity() != null && f.severity().compareTo(failOn) >= 0)
        ? Main.FOUND
        : Main.FINE;
  }

  private int assessBatch(String source) throws IOException {
    refuse(text != null, "a TEXT and --jsonl exclude each other");
    refuse(customer != null || role != null, "--customer and --role stand in the lines of --jsonl");
    refuse(format == Format.TEXT || verbose, "--jsonl writes JSON only");
    refuse(threads != null && (threads < 1 || threads > 1024), "--threads is between 1 and 1024");
    boolean standard = source.equals("-");
    Path file = standard ? null : Path.of(source);
    if (file != null && !Files.exists(file)) {
      throw new Failure("there is no file " + file);
    }
    if (file != null && Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; --jsonl reads a file");
    }
    Assessor assessor = Assessor.of(rubric.find().engine());
    Batch.Plan plan =
        new Batch.Plan(
            standard ? "standard input" : source,
            facts,
            new BatchConversation.Wanted(all, conversations),
            threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    long start = System.nanoTime();
    Batch.Summary summary;
    try (InputStream in = file == null ? console.in() : Files.newInputStream(file);
        Progress progress = Progress.of(console, file, quiet)) {
      summary = run(assessor, plan, in, progress);
    }
    if (!quiet) {
      console.complain(summary.text(System.nanoTime() - start));
    }
    return exitCode(summary);
  }

  private Batch.Summary run(Assessor assessor, Batch.Plan plan, InputStream in, Progress progress)
      throws IOException {
    if (out == null) {
      OutputStream stream = new BufferedOutputStream(console.out(), 1 << 16);
      return new Batch(assessor, plan, console, stream, progress).run(in);
    }
    try (OutFile file = OutFile.create(out)) {
      Batch.Summary summary = new Batch(assessor, plan, console, file.stream(), progress).run(in);
      file.finish();
      return summary;
    }
  }

  private int exitCode(Batch.Summary summary) {
    if (summary.badLines() > 0) {
      return Main.BAD_INPUT;
    }
    Severity gravest = summary.gravest();
    boolean found = failOn != null && gravest != null && gravest.compareTo(failOn) >= 0;
    return found ? Main.FOUND : Main.FINE;
  }

  /** All of it but the line end that {@code echo} adds. */
  private String standardInput() throws IOException {
    byte[] bytes = new BufferedInputStream(console.in()).readAllBytes();
    String input;
    try {
      input = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Failure("standard input is not UTF-8");
    }
    String unmarked = input.startsWith("\uFEFF") ? input.substring(1) : input;
    return unmarked.replaceFirst("\r?\n\\z", "");
  }

  private void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }
}
