package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.List;

/** What may not stand at the edges of a phrase, and nothing may follow. */
final class Edges {

  private Edges() {}

  static void check(Node node, String text) throws PhraseFault {
    if (beginsLoose(node)) {
      throw loose(text, 0, "begin");
    }
    if (endsLoose(node)) {
      throw loose(text, text.length() - 1, "end");
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

  private static PhraseFault loose(String text, int offset, String verb) {
    boolean question = verb.equals("end") && text.strip().endsWith("?");
    return new PhraseFault(
        Codes.EDGE,
        Math.max(0, offset),
        1,
        "a phrase may not " + verb + " with a gap or an optional part",
        question
            ? "did you mean a question mark? write $question-mark"
            : "take it away: it would match the same");
  }

  private static boolean beginsLoose(Node node) {
    if (node instanceof Node.Seq seq) {
      return beginsLoose(seq.items().get(0));
    }
    if (node instanceof Node.Alt alt) {
      return alt.choices().stream().anyMatch(Edges::beginsLoose);
    }
    return node instanceof Node.Gap || node instanceof Node.Opt;
  }

  private static boolean endsLoose(Node node) {
    if (node instanceof Node.Seq seq) {
      return endsLoose(seq.items().get(seq.items().size() - 1));
    }
    if (node instanceof Node.Alt alt) {
      return alt.choices().stream().anyMatch(Edges::endsLoose);
    }
    return node instanceof Node.Gap || node instanceof Node.Opt;
  }

  /** Whether these items end in a gap, so that no other gap may follow. */
  static boolean endsInGap(List<Node> items) {
    for (int last = items.size() - 1; last >= 0; last--) {
      Node item = items.get(last);
      if (item instanceof Node.Gap) {
        return true;
      }
      if (!(item instanceof Node.Opt)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a question mark must be followed by something. */
  private static boolean asksBeforeItsEnd(Node node, boolean last) {
    if (node instanceof Node.Tok tok) {
      Spec spec = tok.spec();
      boolean onlyAsks =
          spec.forms().isEmpty()
              && spec.prefixes().isEmpty()
              && !spec.any()
              && spec.kinds().equals(java.util.EnumSet.of(TokenKind.QUESTION_MARK));
      return onlyAsks && !last;
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
}
