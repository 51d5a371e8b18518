package dev.empathy;

import dev.empathy.RulePlan.OfScope;
import dev.empathy.rubric.Outcome;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What rules came to, by their numbers; a rule that was not judged was skipped. */
final class Outcomes {

  private static final Outcome[] ALL = Outcome.values();

  private final byte[] values;

  private Outcomes(byte[] values) {
    this.values = values;
  }

  /** Of so many rules none was judged yet. */
  static Outcomes none(int rules) {
    byte[] values = new byte[rules];
    Arrays.fill(values, (byte) Outcome.SKIP.ordinal());
    return new Outcomes(values);
  }

  Outcomes copy() {
    return new Outcomes(values.clone());
  }

  Outcome of(int rule) {
    return ALL[values[rule]];
  }

  void set(int rule, Outcome outcome) {
    values[rule] = (byte) outcome.ordinal();
  }

  /** Those of one scope by name, in the rubric's order; to be read only once all are judged. */
  Map<String, Outcome> byName(OfScope scope) {
    return new ByName(this, scope);
  }

  /** A view: making it costs nothing, however many rules there are. */
  static final class ByName extends AbstractMap<String, Outcome> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Outcomes outcomes;
    private final transient OfScope scope;

    private ByName(Outcomes outcomes, OfScope scope) {
      this.outcomes = outcomes;
      this.scope = scope;
    }

    @Override
    public int size() {
      return scope.rules().length;
    }

    @Override
    public @Nullable Outcome get(@Nullable Object name) {
      Integer number = scope.numbers().get(name);
      return number == null ? null : outcomes.of(number);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return scope.numbers().containsKey(name);
    }

    @Override
    public Set<Entry<String, Outcome>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<String, Outcome>> iterator() {
          return IntStream.range(0, ByName.this.size()).mapToObj(ByName.this::entry).iterator();
        }

        @Override
        public int size() {
          return ByName.this.size();
        }
      };
    }

    private Entry<String, Outcome> entry(int place) {
      RulePlan.Ready rule = scope.rules()[place];
      return Map.entry(rule.rule().id(), outcomes.of(rule.number()));
    }

    /** What travels is an ordinary map. */
    private Object writeReplace() {
      return Collections.unmodifiableMap(new LinkedHashMap<>(this));
    }
  }
}
