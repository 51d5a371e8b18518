package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A mean and of how many values it is.
 *
 * @param n how many values
 * @param value their mean with three decimals; null where there is none
 */
@AbsentLeftOut
@JsonPropertyOrder({"n", "value"})
public record Mean(long n, @Nullable Double value) implements Serializable {

  /** The mean of {@code n} values that add up to {@code sum}, counted in parts of {@code unit}. */
  static Mean of(long sum, long n, double unit) {
    return new Mean(n, n == 0 ? null : Numbers.three(sum / unit / n));
  }
}
