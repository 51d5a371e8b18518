package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may not stand at the edges of a phrase, and nothing may follow. */
final class Edges {

  private static final Set<TokenKind> ASKING = Set.of(TokenKind.QUESTION_MARK);

  private Edges() {}

  static void check(Node node, String text) throws PhraseFault {
    Node first = looseFirst(node);
    if (first != null) {
      throw loose(first, 0, "begin");
    }
    Node last = looseLast(node);
    if (last != null) {
      throw loose(last, text.stripTrailing().length() - 1, "end");
    }
    if (asksBeforeItsEnd(node, true)) {
      throw new PhraseFault(
          Codes.IMPOSSIBLE,
          Math.max(0, text.indexOf("$question-mark")),
          "$question-mark".length(),
          "nothing can follow a question mark: the sentence ends there",
          "let it stand last");
    }
  }

  private static PhraseFault loose(Node part, int offset, String verb) {
    return new PhraseFault(
        Codes.EDGE,
        Math.max(0, offset),
        1,
        "a phrase may not " + verb + " with a gap or an optional part",
        part instanceof Node.Opt
            ? "did you mean a question mark? write $question-mark"
            : "take it away: it would match the same");
  }

  private static @Nullable Node looseFirst(Node node) {
    if (node instanceof Node.Seq seq) {
      return looseFirst(seq.items().get(0));
    }
    return loose(node, Edges::looseFirst);
  }

  private static @Nullable Node looseLast(Node node) {
    if (node instanceof Node.Seq seq) {
      return looseLast(seq.items().get(seq.items().size() - 1));
    }
    return loose(node, Edges::looseLast);
  }

  private static @Nullable Node loose(Node node, Function<Node, @Nullable Node> inside) {
    if (node instanceof Node.Alt alt) {
      for (Node choice : alt.choices()) {
        Node part = inside.apply(choice);
        if (part != null) {
          return part;
        }
      }
      return null;
    }
    return node instanceof Node.Gap || node instanceof Node.Opt ? node : null;
  }

  /** Whether a gap may come last in what these items cover, so that no other gap may follow. */
  static boolean mayEndInGap(List<Node> items) {
    for (int last = items.size() - 1; last >= 0; last--) {
      if (mayEndInGap(items.get(last))) {
        return true;
      }
      if (!mayBeNothing(items.get(last))) {
        return false;
      }
    }
    return false;
  }

  private static boolean mayEndInGap(Node node) {
    if (node instanceof Node.Seq seq) {
      return mayEndInGap(seq.items());
    }
    return hasGapWhere(node, Edges::mayEndInGap);
  }

  /** Whether a gap may come first in what this covers. */
  static boolean mayBeginWithGap(Node node) {
    if (!(node instanceof Node.Seq seq)) {
      return hasGapWhere(node, Edges::mayBeginWithGap);
    }
    for (Node item : seq.items()) {
      if (mayBeginWithGap(item)) {
        return true;
      }
      if (!mayBeNothing(item)) {
        return false;
      }
    }
    return false;
  }

  private static boolean hasGapWhere(Node node, Predicate<Node> where) {
    return node instanceof Node.Gap
        || (node instanceof Node.Opt opt && where.test(opt.item()))
        || (node instanceof Node.Alt alt && alt.choices().stream().anyMatch(where));
  }

  private static boolean mayBeNothing(Node node) {
    return node instanceof Node.Opt
        || node instanceof Node.Gap
        || (node instanceof Node.Alt alt && alt.choices().stream().anyMatch(Edges::mayBeNothing))
        || (node instanceof Node.Seq seq && seq.items().stream().allMatch(Edges::mayBeNothing));
  }

  /** Whether a question mark must be followed by something. */
  private static boolean asksBeforeItsEnd(Node node, boolean last) {
    if (node instanceof Node.Tok tok) {
      return !last && onlyAsks(tok.spec());
    }
    if (node instanceof Node.Capture capture) {
      return asksBeforeItsEnd(capture.item(), last);
    }
    if (node instanceof Node.Seq seq) {
      int end = seq.items().size() - 1;
      for (int i = 0; i <= end; i++) {
        if (!(seq.items().get(i) instanceof Node.Opt)
            && asksBeforeItsEnd(seq.items().get(i), last && i == end)) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof Node.Alt alt) {
      return alt.choices().stream().allMatch(choice -> asksBeforeItsEnd(choice, last));
    }
    if (node instanceof Node.Opening opening) {
      return asksBeforeItsEnd(opening.item(), last);
    }
    return false;
  }

  private static boolean onlyAsks(Spec spec) {
    boolean byKind = spec.forms().isEmpty() && spec.kinds().equals(ASKING);
    boolean byMark = spec.kinds().isEmpty() && spec.forms().equals(Set.of("?"));
    return spec.prefixes().isEmpty() && !spec.any() && (byKind || byMark);
  }
}
