package dev.empathy.internal.match;

import java.util.List;

/** A phrase as a tree. Names are resolved: a tree may hold the same part many times. */
sealed interface Node {

  /** One token. */
  record Tok(Spec spec) implements Node {}

  /** One after the other. */
  record Seq(List<Node> items) implements Node {}

  /** One of these. */
  record Alt(List<Node> choices) implements Node {}

  /** A word of the file's {@code skippable} list, which belongs to nothing. */
  record Skip(Spec spec) implements Node {}

  /** Perhaps. */
  record Opt(Node item) implements Node {}

  /** Up to so many other tokens. */
  record Gap(int most) implements Node {}

  /**
   * What is found here is kept under this name. Its size is known, since trees share their parts
   * and would otherwise be measured again and again.
   */
  record Capture(String name, Node item, int longest, int places, int depth) implements Node {

    Capture(String name, Node item) {
      this(name, item, Nodes.longest(item), Nodes.places(item), Nodes.depth(item) + 1);
    }
  }

  /** At the start of a sentence; stands first in its phrase. */
  record Opening(Node item) implements Node {}
}
