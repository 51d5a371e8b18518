package dev.empathy;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signals of an assessment, measured when somebody first looks at them. Immutable, and safe for
 * use by any number of threads; what travels is an ordinary map.
 */
final class ToldSignals extends AbstractMap<String, Number> implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Who can tell, until it was told. */
  private transient @Nullable Telling telling;

  private transient volatile @Nullable Map<String, Number> map;

  ToldSignals(Telling telling) {
    this.telling = telling;
  }

  private Map<String, Number> map() {
    Map<String, Number> known = map;
    return known == null ? tell() : known;
  }

  private synchronized Map<String, Number> tell() {
    Map<String, Number> known = map;
    if (known == null) {
      known = Copies.of(telling.signals());
      map = known;
      telling = null;
    }
    return known;
  }

  @Override
  public Set<Entry<String, Number>> entrySet() {
    return map().entrySet();
  }

  @Override
  public @Nullable Number get(@Nullable Object name) {
    return map().get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return map().containsKey(name);
  }

  private Object writeReplace() {
    return map();
  }
}
