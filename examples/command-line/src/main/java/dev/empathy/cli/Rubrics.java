package dev.empathy.cli;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.yaml.EffectiveRubric;
import dev.empathy.yaml.RubricYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rubric as a user names it: one that is built in, or a file.
 *
 * @param name what the user wrote
 * @param file the file, or null for one that is built in
 */
record Rubrics(String name, @Nullable Path file) {

  static final String DEFAULT = "customer-support";

  /**
   * Finds a rubric: a name that is built in, unless it looks like a path; otherwise a file.
   *
   * @throws Failure if it is neither
   */
  static Rubrics find(String name) {
    boolean path = name.matches(".*([/\\\\].*|\\.ya?ml)");
    if (!path && RubricYaml.builtInNames().contains(name)) {
      return new Rubrics(name, null);
    }
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new Failure(name + " is a folder; name a rubric's file");
    }
    if (!Files.exists(file)) {
      throw new Failure(
          path
              ? "there is no file " + name
              : "no rubric is named "
                  + name
                  + ", nor is there a file of that name; built in: "
                  + String.join(", ", RubricYaml.builtInNames()));
    }
    return new Rubrics(name, file);
  }

  Rubric read() {
    return file == null ? RubricYaml.builtIn(name) : RubricYaml.read(file);
  }

  /** With all that it extends put in. */
  EffectiveRubric resolve() {
    return file == null ? RubricYaml.resolveBuiltIn(name) : RubricYaml.resolve(file);
  }

  /**
   * The engine for it. A file's examples are run first, as nobody may have done so since it was
   * last edited; those of a built-in rubric ran when it was built.
   */
  EmpathyEngine engine() {
    return EmpathyEngine.compile(read(), file == null ? SelfTest.OFF : SelfTest.STRICT);
  }

  /** An engine's version, as its receipts name it. */
  static String version(EmpathyEngine engine) {
    return engine.assess("").receipt().engine();
  }

  /** All that is wrong with it, in the order of its lines. */
  List<Issue> check() {
    List<Issue> issues =
        file == null ? EmpathyEngine.check(read(), SelfTest.STRICT) : RubricYaml.check(file);
    return issues.stream().sorted(Issue.ORDER).toList();
  }
}
