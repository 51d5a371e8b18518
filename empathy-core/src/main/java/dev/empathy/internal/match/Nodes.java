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
    return merged.size() == 1 ? merged.get(0) : new Node.Alt(merged);
  }

  /** The most tokens that a tree can cover, or a very big number. */
  static int longest(Node node) {
    if (node instanceof Node.Seq seq) {
      return seq.longest();
    }
    if (node instanceof Node.Alt alt) {
      return alt.longest();
    }
    if (node instanceof Node.Capture capture) {
      return capture.longest();
    }
    if (node instanceof Node.Gap gap) {
      return gap.most();
    }
    return isToken(node) ? 1 : longest(only(node));
  }

  /** The same of trees one after the other. */
  static int longestOfAll(List<Node> nodes) {
    int sum = 0;
    for (Node node : nodes) {
      sum = sum(sum, longest(node));
    }
    return sum;
  }

  /** The same of one of several trees. */
  static int longestOfOne(List<Node> nodes) {
    int most = 0;
    for (Node node : nodes) {
      most = Math.max(most, longest(node));
    }
    return most;
  }

  /** How many tokens a tree names with all its names written out, or a very big number. */
  static int places(Node node) {
    if (node instanceof Node.Seq seq) {
      return seq.places();
    }
    if (node instanceof Node.Alt alt) {
      return alt.places();
    }
    if (node instanceof Node.Capture capture) {
      return capture.places();
    }
    if (node instanceof Node.Gap) {
      return 0;
    }
    return isToken(node) ? 1 : places(only(node));
  }

  /** The same of several trees. */
  static int places(List<Node> nodes) {
    int sum = 0;
    for (Node node : nodes) {
      sum = sum(sum, places(node));
    }
    return sum;
  }

  private static int sum(int one, int other) {
    return Math.min(Integer.MAX_VALUE / 2, one + other);
  }

  private static Node only(Node node) {
    return node instanceof Node.Opt opt ? opt.item() : ((Node.Opening) node).item();
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
