package dev.empathy.yaml;

import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.Extensions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads rubrics from YAML. Reading checks the form and puts together what a rubric extends; whether
 * its names, phrases and examples make sense is checked by {@link EmpathyEngine#compile(Rubric)}.
 *
 * <p>Every text is taken as its author wrote it: {@code no}, {@code off}, {@code 1.10} and {@code
 * 12:30} stay texts. A rubric and all that it extends are at most 2 MiB, in UTF-8. A rubric may
 * extend built-in rubrics and files in the folder of the first file or below; nothing else is
 * opened, and the network never is.
 *
 * <p>Thread-safe: nothing is kept between two calls.
 */
public final class RubricYaml {

  private RubricYaml() {}

  /**
   * Reads a rubric and all that it extends.
   *
   * @param file the rubric's file; messages name it as it is given here
   * @throws RubricException with everything that is wrong with its form, also if the file cannot be
   *     read
   */
  public static Rubric read(Path file) {
    return new Loader(Library.JAR).path(file).orThrow();
  }

  /**
   * Reads a rubric from a text. It can extend built-in rubrics only. The reader is not closed.
   *
   * @param reader the text; no more than 2 MiB of it are read
   * @param name what messages call it
   * @throws RubricException with everything that is wrong with its form
   * @throws IOException if the reader fails
   */
  public static Rubric read(Reader reader, String name) throws IOException {
    return new Loader(Library.JAR).reader(reader, name).orThrow();
  }

  /**
   * Everything that can be said about a rubric without using it: its form, then, if that is sound,
   * its names, phrases and examples. Throws nothing; a file that cannot be read is an issue too.
   *
   * @param file the rubric's file; messages name it as it is given here
   * @return errors, warnings and information in the order of the lines; empty if all is well
   */
  public static List<Issue> check(Path file) {
    return check(file, Extensions.NONE);
  }

  /**
   * Everything that can be said about a rubric that may name code of the caller's; see {@link
   * #check(Path)}.
   *
   * @param file the rubric's file; messages name it as it is given here
   * @param extensions the detectors and signals that it may name beyond those built in
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static List<Issue> check(Path file, Extensions extensions) {
    return check(file, extensions, Limits.DEFAULT);
  }

  /**
   * Everything that can be said about a rubric that may name code of the caller's, under limits of
   * the caller's; see {@link #check(Path)}.
   *
   * @param file the rubric's file; messages name it as it is given here
   * @param extensions the detectors and signals that it may name beyond those built in
   * @param limits what the rubric may ask for
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  public static List<Issue> check(Path file, Extensions extensions, Limits limits) {
    Loaded loaded = new Loader(Library.JAR).path(file).withoutFiles();
    return loaded.rubric() == null
        ? loaded.issues()
        : EmpathyEngine.check(loaded.rubric(), SelfTest.STRICT, extensions, limits);
  }

  /**
   * A rubric after all that it extends and changes, with where each of its values comes from. As
   * YAML it is a rubric that can be read again and means the same; an inherited example that does
   * not hold in it is a comment there.
   *
   * @param file the rubric's file; origins name it as it is given here
   * @throws RubricException with everything that is wrong with its form, also if the file cannot be
   *     read
   */
  public static EffectiveRubric resolve(Path file) {
    return new Loader(Library.JAR).path(file).effective();
  }

  /**
   * The same of a rubric that comes with this library.
   *
   * @param name one of {@link #builtInNames()}
   * @throws IllegalArgumentException if there is none of this name
   */
  public static EffectiveRubric resolveBuiltIn(String name) {
    return new Loader(Library.JAR).builtIn(name).effective();
  }

  /**
   * A rubric that comes with this library.
   *
   * @param name one of {@link #builtInNames()}
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Rubric builtIn(String name) {
    return new Loader(Library.JAR).builtIn(name).orThrow();
  }

  /**
   * The names of the rubrics that come with this library: {@code customer-support}, which serves as
   * it is, then the ones for single subjects that it is made of.
   */
  public static List<String> builtInNames() {
    return Library.JAR.rubrics();
  }

  /**
   * The JSON Schema (draft-07) of a rubric's file: with it an editor completes keys, explains them
   * and marks a fault of form while it is being typed. Names, phrases and what is inherited it
   * cannot see; {@link #check(Path)} does.
   *
   * <p>Save the text beside your rubrics as {@code rubric.schema.json} and let the first line of
   * each rubric be
   *
   * <pre>{@code
   * # yaml-language-server: $schema=./rubric.schema.json
   * }</pre>
   *
   * <p>To this reader the line is a comment like any other. The same text lies in the jar as {@code
   * dev/empathy/yaml/rubric.schema.json}. A validator has to read YAML 1.2, as editors do.
   *
   * @return the schema; always the same text for the same version of this library
   */
  public static String schema() {
    return JsonSchema.rubric();
  }
}
