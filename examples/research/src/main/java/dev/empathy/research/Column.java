package dev.empathy.research;

/**
 * What people said beside what was read, item by item. Labels are numbered, yes is 1 and no is 0.
 * The arrays are not copied and not written to.
 *
 * @param gold what people said
 * @param read what was read
 */
record Column(double[] gold, double[] read) {

  Column {
    if (gold.length != read.length) {
      throw new IllegalArgumentException(gold.length + " and " + read.length);
    }
  }

  int size() {
    return gold.length;
  }
}
