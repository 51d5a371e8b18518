package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tokens one place of a phrase accepts.
 *
 * @param forms folded words
 * @param prefixes folded beginnings of words
 * @param kinds all tokens of these kinds
 * @param any every word whatever
 */
record Spec(Set<String> forms, Set<String> prefixes, Set<TokenKind> kinds, boolean any) {

  static Spec forms(Set<String> forms) {
    return new Spec(forms, Set.of(), Set.of(), false);
  }

  static Spec prefix(String prefix) {
    return new Spec(Set.of(), Set.of(prefix), Set.of(), false);
  }

  static Spec kinds(TokenKind first, TokenKind... more) {
    return new Spec(Set.of(), Set.of(), EnumSet.of(first, more), false);
  }

  static Spec anyWord() {
    return new Spec(Set.of(), Set.of(), Set.of(), true);
  }

  /** What any of these accepts. */
  static Spec union(List<Spec> specs) {
    if (specs.size() == 1) {
      return specs.get(0);
    }
    Set<String> forms = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
    boolean any = false;
    for (Spec spec : specs) {
      for (String form : spec.forms) {
        forms.add(form);
      }
      any |= spec.any;
      // Most are words and nothing else.
      if (!spec.prefixes.isEmpty()) {
        prefixes.addAll(spec.prefixes);
      }
      if (!spec.kinds.isEmpty()) {
        kinds.addAll(spec.kinds);
      }
    }
    if (any) {
      // All but a question mark goes without saying; what is the same should look the same.
      forms.retainAll(Set.of("?"));
      prefixes.clear();
      kinds.retainAll(Set.of(TokenKind.QUESTION_MARK));
    }
    return new Spec(forms, prefixes, kinds, any);
  }

  // By hand, and so in other keys of maps: what records bring along is put together at run time,
  // when it is first used, and costs a JVM that has just begun milliseconds.

  @Override
  public boolean equals(Object other) {
    return other instanceof Spec spec
        && any == spec.any
        && forms.equals(spec.forms)
        && prefixes.equals(spec.prefixes)
        && kinds.equals(spec.kinds);
  }

  @Override
  public int hashCode() {
    return (forms.hashCode() * 31 + prefixes.hashCode()) * 31 + kinds.size() + (any ? 1 : 0);
  }

  /** Whether it accepts only words that the rubric itself lists. */
  boolean isClosed() {
    return kinds.isEmpty() && !any;
  }
}
