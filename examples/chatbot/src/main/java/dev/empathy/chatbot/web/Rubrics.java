package dev.empathy.chatbot.web;

import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.Extensions;
import dev.empathy.yaml.ReloadableEngine;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rubrics that a server knows: the built-in ones, files, and those typed into a page. The last
 * can extend built-in rubrics only; no file is opened for them.
 */
final class Rubrics implements AutoCloseable {

  static final String DEFAULT = "customer-support";

  private static final List<String> BUILT_IN = List.of(DEFAULT, "coaching-feedback");

  /** What issues call a rubric that was typed into a page. */
  private static final String TYPED = "rubric.yaml";

  /** Twice what the largest built-in rubric has; a stranger's shall not take all of the memory. */
  private static final Limits LIMITS = Limits.DEFAULT.withPhrases(10_000);

  private final Map<String, Supplier<EmpathyEngine>> named = new LinkedHashMap<>();
  private final List<ReloadableEngine> files = new ArrayList<>();
  private final Map<String, EmpathyEngine> typed;
  private final OneAtATime compiler;

  Rubrics(List<Path> files, ServerLimits limits) {
    this(files, limits, Rubrics::builtIn);
  }

  /** With {@code builtIn} in place of compiling a built-in rubric; it is asked once for each. */
  Rubrics(List<Path> files, ServerLimits limits, Function<String, EmpathyEngine> builtIn) {
    this.compiler = new OneAtATime("rubrics", limits.compiles(), limits.compileMillis());
    for (String name : BUILT_IN) {
      named.put(name, new Once(() -> builtIn.apply(name)));
    }
    for (Path file : files) {
      ReloadableEngine engine = ReloadableEngine.of(file);
      this.files.add(engine);
      named.put(engine.engine().rubric().id(), engine::engine);
    }
    this.typed =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, EmpathyEngine> eldest) {
            return size() > limits.engines();
          }
        };
  }

  List<String> names() {
    return List.copyOf(named.keySet());
  }

  /** Looks whether files have changed. */
  void reloadIfChanged() {
    files.forEach(ReloadableEngine::reloadIfChanged);
  }

  /** The engine for a name, or for what was typed where there is something. */
  EmpathyEngine engine(@Nullable String name, @Nullable String yaml) {
    if (yaml != null) {
      return typed(yaml);
    }
    Supplier<EmpathyEngine> engine = named.get(name == null ? DEFAULT : name);
    if (engine == null) {
      throw new RefusedException(404, "there is no such rubric; there are " + names());
    }
    return engine.get();
  }

  /** It is kept, as each letter typed beside it asks for it again. */
  private EmpathyEngine typed(String yaml) {
    EmpathyEngine ready = kept(yaml);
    return ready == null ? compiler.result(() -> compiled(yaml)) : ready;
  }

  private @Nullable EmpathyEngine kept(String yaml) {
    synchronized (typed) {
      return typed.get(yaml);
    }
  }

  private EmpathyEngine compiled(String yaml) {
    EmpathyEngine engine = kept(yaml);
    if (engine == null) {
      engine = compile(yaml);
      synchronized (typed) {
        typed.put(yaml, engine);
      }
    }
    return engine;
  }

  private static EmpathyEngine compile(String yaml) {
    try {
      return EmpathyEngine.compile(read(yaml), SelfTest.OFF, Extensions.NONE, LIMITS);
    } catch (RubricException e) {
      throw new RefusedException(422, "the rubric cannot be used", e.issues());
    }
  }

  /**
   * Everything that is to be said about a rubric.
   *
   * @param examples whether its examples are run, too, which takes longer
   */
  List<Issue> check(String yaml, boolean examples) {
    if (examples) {
      return compiler.result(() -> withExamples(yaml));
    }
    try {
      return typed(yaml).issues();
    } catch (RefusedException e) {
      if (e.issues().isEmpty()) {
        throw e;
      }
      return e.issues();
    }
  }

  private static List<Issue> withExamples(String yaml) {
    try {
      return EmpathyEngine.check(read(yaml), SelfTest.STRICT, Extensions.NONE, LIMITS);
    } catch (RubricException e) {
      return e.issues();
    }
  }

  @Override
  public void close() {
    compiler.close();
  }

  private static Rubric read(String yaml) {
    try {
      return RubricYaml.read(new StringReader(yaml), TYPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own build runs its examples. */
  private static EmpathyEngine builtIn(String name) {
    return EmpathyEngine.compile(RubricYaml.builtIn(name), SelfTest.OFF);
  }

  /** An engine that is made when it is first asked for. */
  private static final class Once implements Supplier<EmpathyEngine> {

    private final Supplier<EmpathyEngine> maker;
    private @Nullable EmpathyEngine engine;

    Once(Supplier<EmpathyEngine> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized EmpathyEngine get() {
      EmpathyEngine ready = engine;
      if (ready == null) {
        ready = maker.get();
        engine = ready;
      }
      return ready;
    }
  }
}
