package dev.empathy.cli;

import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Severity;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every message of a file of JSON lines, or of standard input.
 *
 * @param console where it is told
 * @param engine the engine, at the level of detail that is wanted
 * @param file the input; null for standard input
 * @param facts facts that hold in every conversation
 * @param wanted what is written
 * @param form how it is written
 * @param threads how many threads assess
 * @param out where it is written, or null for standard output
 * @param resume whether to go on with an interrupted run
 * @param quiet whether to tell nothing but faults
 */
record BatchRun(
    Console console,
    EmpathyEngine engine,
    @Nullable Path file,
    Map<String, String> facts,
    BatchConversation.Wanted wanted,
    Form form,
    int threads,
    @Nullable Path out,
    boolean resume,
    boolean quiet) {

  /**
   * How assessments are written.
   *
   * @param detail how much of the messages they hold
   * @param explained whether in the explained form
   * @param sarif whether as SARIF instead of JSON lines
   */
  record Form(Detail detail, boolean explained, boolean sarif) {}

  /** The input that a user names, or null for standard input. */
  static @Nullable Path input(String source) {
    if (source.equals("-")) {
      return null;
    }
    Path file = Path.of(source);
    if (!Files.exists(file)) {
      throw new Failure("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; --jsonl reads a file");
    }
    return file;
  }

  Batch.Summary run() throws IOException {
    long start = System.nanoTime();
    Batch.Summary summary = write();
    if (!quiet) {
      console.complain(summary.text(System.nanoTime() - start));
    }
    return summary;
  }

  private Batch.Summary write() throws IOException {
    if (out == null) {
      return assess(new BufferedOutputStream(console.out(), 1 << 16), 0);
    }
    boolean repeatable = file != null && Files.isRegularFile(file) && OutFile.isOrdinary(out);
    if (repeatable && !form.sarif()) {
      return writePart(out, file);
    }
    if (resume) {
      throw new Failure("--resume goes on with JSON lines from a file to a file");
    }
    try (OutFile whole = OutFile.create(out)) {
      Batch.Summary summary = assess(whole.stream(), 0);
      whole.finish();
      return summary;
    }
  }

  private Batch.Summary writePart(Path target, Path input) throws IOException {
    if (!resume && !quiet && PartFile.isThere(target)) {
      console.complain(
          "beginning anew; what an interrupted run left of " + target + " goes (see --resume)");
    }
    try (PartFile part = PartFile.open(target, identity(input), resume)) {
      Severity before = part.gravest();
      if (part.lines() > 0 && !quiet) {
        console.complain(
            "going on after " + Figures.plural(part.lines(), "line") + " of " + target);
      }
      Batch.Summary summary = assess(part.stream(), part.lines());
      part.finish();
      return summary.with(before);
    }
  }

  /** What the lines depend on. */
  Run identity(Path input) throws IOException {
    Rubric rubric = engine.rubric();
    String options =
        "--detail "
            + Choices.name(form.detail())
            + (form.explained() ? " --explain" : "")
            + (wanted.all() ? " --all" : "")
            + (wanted.conversations() ? " --conversations" : "");
    return new Run(
        Rubrics.version(engine),
        rubric.id() + " " + rubric.version(),
        rubric.sha256(),
        Hash.of(input),
        options,
        Hash.of(new TreeMap<>(facts).toString()));
  }

  private Batch.Summary assess(OutputStream stream, long done) throws IOException {
    Batch.Plan plan =
        new Batch.Plan(
            file == null ? "standard input" : file.toString(),
            file == null ? "stdin" : Sarif.uri(file),
            facts,
            wanted,
            form.sarif() ? new Sarif(engine) : Output.JSON_LINES,
            threads,
            done);
    Assessor assessor = Assessor.of(engine, form.explained());
    try (InputStream in = file == null ? console.in() : Files.newInputStream(file);
        Progress progress = Progress.of(console, file, quiet)) {
      return new Batch(assessor, plan, console, stream, progress).run(in);
    }
  }
}
