package dev.empathy.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a file depend on: those of two runs fit together where all of it is the same.
 *
 * @param engine the engine's version
 * @param rubric the rubric's name and version, for people
 * @param sha256 the rubric's hash
 * @param input the hash of the input
 * @param options the options that change what is written
 * @param facts the hash of the facts that the command line gave, as their values are nobody's
 *     business
 */
@JsonPropertyOrder({"engine", "rubric", "sha256", "input", "options", "facts"})
record Run(
    String engine, String rubric, String sha256, String input, String options, String facts) {

  /** How this run differs from an earlier one, or null where it does not. */
  @Nullable String unlike(Run earlier) {
    if (!input.equals(earlier.input)) {
      return "another input";
    } else if (!sha256.equals(earlier.sha256)) {
      return "another rubric, " + earlier.rubric;
    } else if (!options.equals(earlier.options)) {
      return "other options: " + earlier.options;
    } else if (!facts.equals(earlier.facts)) {
      return "other facts";
    }
    return engine.equals(earlier.engine) ? null : "another engine, " + earlier.engine;
  }
}
