package dev.empathy.research;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people said of a row. */
sealed interface Gold {

  /** The field that it stands in. */
  Named field();

  /** A number, 1 or 0 for yes and no; NaN where nobody said anything. */
  double number(Item item);

  /** The field's value as it stands. */
  record Value(Named field) implements Gold {
    @Override
    public double number(Item item) {
      return item.number(field);
    }

    /** The value as a label, or null where nobody said anything. */
    @Nullable String label(Item item) {
      return item.text(field);
    }
  }

  /** Whether something holds of the field's value. */
  record YesNo(Filter filter) implements Gold {
    @Override
    public Named field() {
      return filter.field();
    }

    @Override
    public double number(Item item) {
      return item.get(field()) == null ? Double.NaN : filter.holds(item) ? 1 : 0;
    }
  }

  /** A number for each label. */
  record Mapped(Named field, Map<String, Double> numbers) implements Gold {
    @Override
    public double number(Item item) {
      String label = item.text(field);
      return label == null ? Double.NaN : numbers.getOrDefault(label, Double.NaN);
    }
  }
}
