package dev.empathy;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Two lists read as one; the first as long as it is now, though it may grow. Copies nothing. */
final class Joined<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> first;
  private final int end;
  private final List<T> second;

  Joined(List<T> first, List<T> second) {
    this.first = first;
    this.end = first.size();
    this.second = second;
  }

  @Override
  public T get(int index) {
    return index < end ? first.get(index) : second.get(index - end);
  }

  @Override
  public int size() {
    return end + second.size();
  }
}
