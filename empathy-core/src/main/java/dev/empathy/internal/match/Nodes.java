package dev.empathy.internal.match;

import java.util.ArrayList;
import java.util.List;

/** What is said of trees in more than one place. */
final class Nodes {

  private Nodes() {}

  /** One of these; single tokens among them become one token class. */
  static Node alternatives(List<Node> choices) {
    if (choices.size() == 1) {
      return choices.get(0);
    }
    List<Spec> tokens = new ArrayList<>();
    List<Node> merged = new ArrayList<>();
    for (Node choice : choices) {
      if (choice instanceof Node.Tok tok) {
        tokens.add(tok.spec());
      } else {
        merged.add(choice);
      }
    }
    if (!tokens.isEmpty()) {
      merged.add(0, new Node.Tok(Spec.union(tokens)));
    }
    return merged.size() == 1 ? merged.get(0) : new Node.Alt(List.copyOf(merged));
  }

  /** The most tokens that a tree can cover, or a very big number. */
  static int longest(Node node) {
    if (node instanceof Node.Gap gap) {
      return gap.most();
    }
    if (node instanceof Node.Capture capture) {
      return capture.longest();
    }
    if (isToken(node)) {
      return 1;
    }
    boolean alternatives = node instanceof Node.Alt;
    int sum = 0;
    for (Node child : children(node)) {
      int one = longest(child);
      sum = alternatives ? Math.max(sum, one) : Math.min(Integer.MAX_VALUE / 2, sum + one);
    }
    return sum;
  }

  /** How many tokens a tree names with all its names written out, or a very big number. */
  static int places(Node node) {
    if (node instanceof Node.Capture capture) {
      return capture.places();
    }
    if (isToken(node)) {
      return 1;
    }
    int sum = 0;
    for (Node child : children(node)) {
      sum = Math.min(Integer.MAX_VALUE / 2, sum + places(child));
    }
    return sum;
  }

  private static boolean isToken(Node node) {
    return node instanceof Node.Tok || node instanceof Node.Skip;
  }

  /** How deep names stand within names. */
  static int depth(Node node) {
    if (node instanceof Node.Capture capture) {
      return capture.depth();
    }
    int deepest = 0;
    for (Node child : children(node)) {
      deepest = Math.max(deepest, depth(child));
    }
    return deepest;
  }

  static List<Node> children(Node node) {
    if (node instanceof Node.Seq seq) {
      return seq.items();
    }
    if (node instanceof Node.Alt alt) {
      return alt.choices();
    }
    if (node instanceof Node.Opt opt) {
      return List.of(opt.item());
    }
    if (node instanceof Node.Capture capture) {
      return List.of(capture.item());
    }
    return node instanceof Node.Opening opening ? List.of(opening.item()) : List.of();
  }
}
