package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.List;
import java.util.Set;
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
    return loose(node, true);
  }

  private static @Nullable Node looseLast(Node node) {
    if (node instanceof Node.Seq seq) {
      return looseLast(seq.items().get(seq.items().size() - 1));
    }
    return loose(node, false);
  }

  private static @Nullable Node loose(Node node, boolean first) {
    if (node instanceof Node.Alt alt) {
      for (Node choice : alt.choices()) {
        Node part = first ? looseFirst(choice) : looseLast(choice);
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
    return hasGap(node, false);
  }

  /** Whether a gap may come first in what this covers. */
  static boolean mayBeginWithGap(Node node) {
    if (!(node instanceof Node.Seq seq)) {
      return hasGap(node, true);
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

  private static boolean hasGap(Node node, boolean first) {
    if (node instanceof Node.Opt opt) {
      return first ? mayBeginWithGap(opt.item()) : mayEndInGap(opt.item());
    }
    if (node instanceof Node.Alt alt) {
      for (Node choice : alt.choices()) {
        if (first ? mayBeginWithGap(choice) : mayEndInGap(choice)) {
          return true;
        }
      }
    }
    return node instanceof Node.Gap;
  }

  private static boolean mayBeNothing(Node node) {
    if (node instanceof Node.Alt alt) {
      for (Node choice : alt.choices()) {
        if (mayBeNothing(choice)) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof Node.Seq seq) {
      for (Node item : seq.items()) {
        if (!mayBeNothing(item)) {
          return false;
        }
      }
      return true;
    }
    return node instanceof Node.Opt || node instanceof Node.Gap;
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
      for (Node choice : alt.choices()) {
        if (!asksBeforeItsEnd(choice, last)) {
          return false;
        }
      }
      return true;
    }
    if (node instanceof Node.Opening opening) {
      return asksBeforeItsEnd(opening.item(), last);
    }
    return false;
  }

  private static boolean onlyAsks(Spec spec) {
    boolean byKind = spec.forms().isEmpty() && spec.kinds().equals(ASKING);
    boolean byMark =
        spec.kinds().isEmpty() && spec.forms().size() == 1 && spec.forms().contains("?");
    return (byKind || byMark) && spec.prefixes().isEmpty() && !spec.any();
  }
}
