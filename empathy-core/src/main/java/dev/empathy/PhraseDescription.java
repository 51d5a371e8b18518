package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.rubric.Location;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a phrase of a rubric stands for, for editors and authors.
 *
 * @param path the place in the rubric's terms, such as {@code cues.anger.match[2]}; phrases of
 *     {@code replace} are counted on after those of {@code match}
 * @param text the phrase as it is written; of a word list its name, {@code $feeling}
 * @param at where it stands
 * @param skippable words that may stand, one at a time, between two parts of it
 * @param forms what its short forms stand for, in their order
 * @param samples at most 20 sentences; the engine finds each as this phrase's one hit of the cue,
 *     or as its one match where it is no phrase of a cue's {@code match}. Fewer where the phrase
 *     does not allow more; none where it never hits: the cue is off, other phrases come first,
 *     {@code unless} or a negation takes every hit away
 * @param program the compiled phrase, a place a line: its number, the words that it takes, the
 *     places that it follows ({@code <start}, {@code <^} the start of a sentence, {@code <2...3}
 *     after place 2 with up to three words between), {@code $name} where a name captures it, {@code
 *     end} where the phrase may end. For people: its form is not fixed
 */
@JsonPropertyOrder({"path", "text", "at", "skippable", "forms", "samples", "program"})
public record PhraseDescription(
    String path,
    String text,
    Location at,
    List<String> skippable,
    List<Form> forms,
    List<String> samples,
    List<String> program)
    implements Serializable {

  /**
   * What a short form stands for.
   *
   * @param written as it is written: {@code refund~}, {@code apologi*}, {@code $feeling}; of a word
   *     list each of its entries
   * @param standsFor the words; several in a row as {@code (let|lets) down}. A beginning stays
   *     {@code apologi*}, what is no word is {@code <number>}. Of a reusable phrase its
   *     alternatives, whose own short forms follow
   */
  @JsonPropertyOrder({"written", "standsFor"})
  public record Form(String written, List<String> standsFor) implements Serializable {

    public Form {
      Objects.requireNonNull(written, "written");
      standsFor = List.copyOf(standsFor);
    }
  }

  public PhraseDescription {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
    skippable = List.copyOf(skippable);
    forms = List.copyOf(forms);
    samples = List.copyOf(samples);
    program = List.copyOf(program);
  }
}
