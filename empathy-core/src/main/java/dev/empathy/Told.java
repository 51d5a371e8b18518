package dev.empathy;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of an assessment that is written when somebody first looks at it. Immutable, and safe for
 * use by any number of threads; what travels is an ordinary list.
 */
final class Told<T> extends AbstractList<T> implements RandomAccess, Serializable {

  private static final long serialVersionUID = 1L;

  /** Who can tell, until it was told. */
  private transient @Nullable Telling telling;

  private final transient Telling.Part part;

  private transient volatile @Nullable List<T> list;

  Told(Telling telling, Telling.Part part) {
    this.telling = telling;
    this.part = part;
  }

  private List<T> list() {
    List<T> known = list;
    return known == null ? tell() : known;
  }

  @SuppressWarnings("unchecked") // each part is a list of one kind, and made for it
  private synchronized List<T> tell() {
    List<T> known = list;
    if (known == null) {
      known = (List<T>) List.copyOf(telling.tell(part));
      list = known;
      telling = null;
    }
    return known;
  }

  @Override
  public T get(int index) {
    return list().get(index);
  }

  @Override
  public int size() {
    return list().size();
  }

  private Object writeReplace() {
    return list();
  }
}
