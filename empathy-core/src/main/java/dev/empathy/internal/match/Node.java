package dev.empathy.internal.match;

import java.util.List;

/**
 * A phrase as a tree. Names are resolved: a tree may hold the same part many times. How much a part
 * covers, and how many places it has, is known of each: it is asked at every level.
 */
sealed interface Node {

  /** One token. */
  record Tok(Spec spec) implements Node {}

  /** One after the other. */
  record Seq(List<Node> items, int longest, int places) implements Node {

    Seq(List<Node> items) {
      this(List.copyOf(items), Nodes.longestOfAll(items), Nodes.places(items));
    }
  }

  /** One of these. */
  record Alt(List<Node> choices, int longest, int places) implements Node {

    Alt(List<Node> choices) {
      this(List.copyOf(choices), Nodes.longestOfOne(choices), Nodes.places(choices));
    }
  }

  /** A word of the file's {@code skippable} list, which belongs to nothing. */
  record Skip(Spec spec) implements Node {}

  /** Perhaps. */
  record Opt(Node item) implements Node {}

  /** Up to so many other tokens. */
  record Gap(int most) implements Node {}

  /** What is found here is kept under this name. */
  record Capture(String name, Node item, int longest, int places, int depth) implements Node {

    Capture(String name, Node item) {
      this(name, item, Nodes.longest(item), Nodes.places(item), Nodes.depth(item) + 1);
    }
  }

  /** At the start of a sentence; stands first in its phrase. */
  record Opening(Node item) implements Node {}
}
