package dev.empathy.cli;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an underline says: whose it is and how grave that is.
 *
 * @param numbers the numbers of what speaks of these words
 * @param mark the gravest of it
 */
record Label(SortedSet<Integer> numbers, Mark mark) {

  static Label of(int number, Mark mark) {
    return new Label(new TreeSet<>(List.of(number)), mark);
  }

  Label and(Label other) {
    SortedSet<Integer> both = new TreeSet<>(numbers);
    both.addAll(other.numbers);
    return new Label(both, Mark.graver(mark, other.mark));
  }

  /** {@code 1,3-5}. */
  String text() {
    StringBuilder out = new StringBuilder();
    List<Integer> all = List.copyOf(numbers);
    for (int first = 0; first < all.size(); first++) {
      int last = first;
      while (last + 1 < all.size() && all.get(last + 1) == all.get(last) + 1) {
        last++;
      }
      out.append(out.isEmpty() ? "" : ",").append(all.get(first));
      if (last > first + 1) {
        out.append('-').append(all.get(last));
        first = last;
      }
    }
    return out.toString();
  }
}
