package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.rubric.Issue;
import org.junit.jupiter.api.Test;

class NamesWithinNamesTest {

  @Test
  void what_a_used_phrase_names_is_used() {
    EmpathyEngine engine =
        Engines.of(
            """
            words: { w: [one, two], idle: [three] }
            phrases: { inner: [so $w], outer: [and $inner] }
            cues: { c: { match: [$outer] } }
            """);
    assertThat(engine.issues()).extracting(Issue::path).containsExactly("idle");
    assertThat(engine.assess("and so two").hits("c")).hasSize(1);
  }

  @Test
  void the_customers_name_is_found_within_a_phrase() {
    EmpathyEngine engine =
        Engines.of(
            """
            phrases: { greeting: [(hi|hello) $customer-name] }
            cues: { c: { match: [$greeting] } }
            """);
    assertThat(engine.assess("Hi Ana!").hits("c")).hasSize(1);
  }
}
