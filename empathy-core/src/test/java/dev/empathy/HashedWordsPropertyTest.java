package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.internal.text.Tokens;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class HashedWordsPropertyTest {

  @Property
  void it_is_a_set(
      @ForAll @Size(max = 60) Set<@AlphaChars @StringLength(min = 1, max = 3) String> words,
      @ForAll @AlphaChars @StringLength(min = 1, max = 3) String other) {
    HashedWords hashed = new HashedWords(words);
    assertThat(words).allMatch(word -> hashed.contains(Tokens.hashOf(word)));
    assertThat(hashed.contains(Tokens.hashOf(other))).isEqualTo(words.contains(other));
    assertThat(hashed.contains(0)).isFalse();
    assertThat(hashed.isEmpty()).isEqualTo(words.isEmpty());
  }
}
