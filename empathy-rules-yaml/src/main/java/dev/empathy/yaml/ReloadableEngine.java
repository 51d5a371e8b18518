package dev.empathy.yaml;

import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.Extensions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine whose rubric can be edited while it is in use. A rubric takes over only after it was
 * read, checked and passed its own examples; where anything is wrong the last good one stays in
 * use.
 *
 * <p>Take the engine once when a conversation begins. An engine never changes, so the conversation
 * keeps the rubric that it began with, and its scores can be compared:
 *
 * <pre>{@code
 * ReloadableEngine rubric = ReloadableEngine.of(Path.of("acme.yaml"));
 *
 * EmpathyEngine engine = rubric.engine();            // when the conversation begins
 * Assessment first = engine.assessReply(greeting);
 * Assessment second = engine.assessReply(answer);    // the same rubric, whatever was reloaded
 * }</pre>
 *
 * <p>No thread is started here. To watch the files, look at them from a scheduler of your own:
 *
 * <pre>{@code
 * ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
 * timer.scheduleWithFixedDelay(rubric::reloadIfChanged, 5, 5, TimeUnit.SECONDS);
 * timer.shutdown();                                  // when the application ends
 * }</pre>
 *
 * <p>A rubric that takes over is logged at level info, one that is refused as a warning. The log
 * names rubrics and quotes their lines; no assessed message ever comes here.
 *
 * <p>Thread-safe: reloads run one after the other, and {@link #engine()} never waits for them.
 */
public final class ReloadableEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ReloadableEngine.class);

  private static final Reload UNCHANGED = new Reload(Reload.Kind.UNCHANGED, List.of());

  /**
   * What came of looking at the files again.
   *
   * @param kind what was done
   * @param issues everything that is wrong with the files where they were refused, warnings where
   *     they were taken, in the order of their lines; empty where nothing was done
   */
  public record Reload(Kind kind, List<Issue> issues) {

    /** What was done. */
    public enum Kind {
      /** The files are in use from now on. */
      RELOADED,
      /**
       * Nothing was compiled: the files are those in use, or {@link #reloadIfChanged()} waits to
       * see whether they stay as they are.
       */
      UNCHANGED,
      /** The files cannot be used; the last good rubric stays in use. */
      REFUSED
    }

    public Reload {
      Objects.requireNonNull(kind, "kind");
      issues = List.copyOf(issues);
    }
  }

  private final Loader loader;
  private final Path file;
  private final Extensions extensions;
  private final Limits limits;
  private volatile EmpathyEngine engine;

  // Both guarded by this.
  private Look seen;
  private @Nullable Reload refused;

  ReloadableEngine(Loader loader, Path file) {
    this(loader, file, Extensions.NONE, Limits.DEFAULT);
  }

  private ReloadableEngine(Loader loader, Path file, Extensions extensions, Limits limits) {
    this.loader = loader;
    this.file = file;
    this.extensions = extensions;
    this.limits = limits;
    Loaded loaded = loader.path(file);
    this.engine = EmpathyEngine.compile(loaded.orThrow(), SelfTest.STRICT, extensions, limits);
    this.seen = Look.at(loaded);
  }

  /**
   * Reads a rubric and all that it extends, and compiles it with its examples.
   *
   * @param rubric the rubric's file; messages name it as it is given here
   * @throws RubricException with everything that is wrong with it, also if a file cannot be read
   */
  public static ReloadableEngine of(Path rubric) {
    return new ReloadableEngine(new Loader(Library.JAR), rubric);
  }

  /**
   * The same for a rubric that may name code of the caller's, under limits of the caller's. Both
   * hold for whatever takes over.
   *
   * @param rubric the rubric's file; messages name it as it is given here
   * @param extensions the detectors and signals that it may name beyond those built in
   * @param limits what the rubric and every message may ask for
   * @throws RubricException with everything that is wrong with it, also if a file cannot be read
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static ReloadableEngine of(Path rubric, Extensions extensions, Limits limits) {
    return new ReloadableEngine(new Loader(Library.JAR), rubric, extensions, limits);
  }

  /** The engine now in use. Keep it for a conversation, and ask again for the next one. */
  public EmpathyEngine engine() {
    return engine;
  }

  /**
   * Reads all files again, and uses them from now on if they are sound. For callers who know that
   * the files are whole, such as an administrator's command. Throws nothing: what is wrong with the
   * files is in the result.
   */
  public synchronized Reload reload() {
    Loaded found = loader.path(file);
    seen = Look.at(found);
    return answer(found);
  }

  /**
   * Looks whether the content of any file has changed, and if so does what {@link #reload()} does.
   * To be called again and again by a scheduler. A look reads and parses; it compiles nothing where
   * nothing has changed.
   *
   * <p>A change is taken when two looks in a row found the same: the first half of a file can be a
   * sound rubric too, and several files cannot be replaced at once. Files that are replaced, or
   * missing for a moment, so cause no noise. What was refused is logged once, and returned until
   * the files change.
   */
  public synchronized Reload reloadIfChanged() {
    Loaded found = loader.path(file);
    Look look = Look.at(found);
    if (!look.equals(seen)) {
      seen = look;
      refused = null;
      return UNCHANGED;
    }
    return refused != null ? refused : answer(found);
  }

  /** The rubric in use. */
  @Override
  public String toString() {
    return "ReloadableEngine[" + engine.rubric() + "]";
  }

  private Reload answer(Loaded found) {
    Reload answer = take(found);
    refused = answer.kind() == Reload.Kind.REFUSED ? answer : null;
    return answer;
  }

  private Reload take(Loaded found) {
    try {
      Rubric rubric = found.orThrow();
      return rubric.sha256().equals(engine.rubric().sha256()) ? UNCHANGED : swap(rubric);
    } catch (RubricException e) {
      LOG.warn("{} The previous rubric ({}) stays in use.", e.getMessage(), name(engine.rubric()));
      return new Reload(Reload.Kind.REFUSED, e.issues());
    }
  }

  private Reload swap(Rubric rubric) {
    Rubric previous = engine.rubric();
    EmpathyEngine next = EmpathyEngine.compile(rubric, SelfTest.STRICT, extensions, limits);
    engine = next;
    LOG.info("rubric {} is in use, in place of {}", name(rubric), name(previous));
    return new Reload(Reload.Kind.RELOADED, next.issues());
  }

  private static String name(Rubric rubric) {
    return rubric.id() + " " + rubric.version() + ", sha256 " + rubric.sha256();
  }

  /**
   * What a look found, without the weight of a rubric: the hash over all files where they make one,
   * else what is wrong with them. Broken files that are wrong in the same way count as the same.
   */
  private record Look(@Nullable String sha256, List<Issue> issues) {

    static Look at(Loaded loaded) {
      Rubric rubric = loaded.rubric();
      return new Look(rubric == null ? null : rubric.sha256(), loaded.issues());
    }
  }
}
