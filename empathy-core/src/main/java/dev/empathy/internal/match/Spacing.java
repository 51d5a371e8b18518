package dev.empathy.internal.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets a word of the {@code skippable} list stand before each element of a phrase but the first.
 * The place belongs to the element that follows it: where an optional one is left out, its place
 * goes with it, so that no two words are skipped between two neighbours.
 */
final class Spacing {

  private final Node.Opt place;
  private final Set<Node> wholes;

  private Spacing(Spec skippable, Set<Node> wholes) {
    this.place = new Node.Opt(new Node.Skip(skippable));
    this.wholes = wholes;
  }

  /**
   * @param phrase a phrase that begins with something
   * @param wholes sequences that are one written word, compared by identity
   */
  static Node of(Node phrase, Spec skippable, Set<Node> wholes) {
    return new Spacing(skippable, wholes).spaced(phrase, false);
  }

  /**
   * @param led whether a word may be skipped before this
   */
  private Node spaced(Node node, boolean led) {
    if (node instanceof Node.Opt opt) {
      return new Node.Opt(spaced(opt.item(), led));
    }
    if (node instanceof Node.Seq seq && !wholes.contains(node)) {
      List<Node> items = new ArrayList<>();
      for (Node item : seq.items()) {
        add(spaced(item, led || !items.isEmpty()), items);
      }
      return new Node.Seq(items);
    }
    if (node instanceof Node.Alt alt) {
      boolean apart = led && mayBeginWithNothing(alt);
      List<Node> choices = new ArrayList<>(alt.choices().size());
      for (Node choice : alt.choices()) {
        choices.add(spaced(choice, apart));
      }
      return led && !apart ? led(new Node.Alt(choices)) : new Node.Alt(choices);
    }
    return led ? led(node) : node;
  }

  private Node led(Node node) {
    return new Node.Seq(List.of(place, node));
  }

  /** Without a sequence in a sequence where one will do. */
  private void add(Node item, List<Node> items) {
    if (item instanceof Node.Seq seq && !wholes.contains(item)) {
      items.addAll(seq.items());
    } else {
      items.add(item);
    }
  }

  private boolean mayBeginWithNothing(Node choice) {
    if (choice instanceof Node.Seq seq) {
      return mayBeginWithNothing(seq.items().get(0));
    }
    if (choice instanceof Node.Alt alt) {
      for (Node one : alt.choices()) {
        if (mayBeginWithNothing(one)) {
          return true;
        }
      }
      return false;
    }
    return choice instanceof Node.Opt || choice instanceof Node.Gap;
  }
}
