package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.EnumSet;
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

  Spec or(Spec other) {
    return new Spec(
        union(forms, other.forms),
        union(prefixes, other.prefixes),
        union(kinds, other.kinds),
        any || other.any);
  }

  /** Whether it accepts only words that the rubric itself lists. */
  boolean isClosed() {
    return kinds.isEmpty() && !any;
  }

  private static <T extends Comparable<T>> Set<T> union(Set<T> a, Set<T> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    Set<T> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }
}
