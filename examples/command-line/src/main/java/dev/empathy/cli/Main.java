package dev.empathy.cli;

import dev.empathy.research.ExperimentException;
import dev.empathy.rubric.RubricException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The door of the command line. Whatever goes wrong, a user reads one clear line on standard error
 * and never a stack trace.
 */
@Command(
    name = "empathy",
    description = "Assesses customer-support messages against a rubric, and says why.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is fine",
      "1:a finding (--fail-on), an error of a rubric (lint, test), a failed example or a difference (replay)",
      "2:bad use or bad input"
    })
public final class Main implements Runnable {

  static final int FINE = 0;
  static final int FOUND = 1;
  static final int BAD_INPUT = 2;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.ofSystem(), args));
  }

  /** Runs a command in this process. */
  static int run(Console console, String... args) {
    PrintWriter out = console.writer();
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new AssessCommand(console))
            .addSubcommand(new LintCommand(console))
            .addSubcommand(new TestCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new ReplayCommand(console))
            .addSubcommand(new SchemaCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .setOut(out)
            .setExpandAtFiles(false) // a message may well begin with @
            .setUsageHelpWidth(Math.max(60, Math.min(console.width(), 100)))
            .setColorScheme(
                Help.defaultColorScheme(
                    console.colour(ColorMode.AUTO) ? Help.Ansi.ON : Help.Ansi.OFF))
            .setParameterExceptionHandler((e, arguments) -> misused(console, e))
            .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      console.complain("empathy: out of memory; give Java more with JAVA_OPTS=-Xmx4g");
      return BAD_INPUT;
    } catch (StackOverflowError e) {
      return failed(console, e);
    } finally {
      out.flush();
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  private static int misused(Console console, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.complain(command + ": " + e.getMessage());
    console.complain("Try '" + command + " --help'.");
    return BAD_INPUT;
  }

  private static int failed(Console console, Throwable e) {
    if (e instanceof RubricException broken) {
      console.complain(broken.getMessage());
    } else if (e instanceof ExperimentException broken) {
      console.complain(broken.getMessage());
    } else if (e instanceof ClosedPipeException) {
      return FINE; // the reader has seen enough
    } else {
      console.complain("empathy: " + describe(e));
    }
    return BAD_INPUT;
  }

  /** What went wrong, for a user. */
  static String describe(Throwable e) {
    if (e instanceof UncheckedIOException wrapped) {
      return describe(wrapped.getCause());
    }
    if (e instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? kind(file) : file.getReason();
      return file.getFile() + ": " + reason;
    }
    if (e instanceof Failure || e instanceof IOException) {
      return e.getMessage() == null ? kind(e) : e.getMessage();
    }
    StackTraceElement[] trace = e.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return "a fault of the program itself, please report it: " + e + where;
  }

  /** {@code AccessDeniedException} reads "access denied". */
  private static String kind(Throwable e) {
    String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** Tells the version that the jar's manifest names. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"empathy " + (version == null ? "(development)" : version)};
    }
  }
}
