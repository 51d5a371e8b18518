package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How often something passed where it had the opportunity, with the 95 % interval of Wilson (1927),
 * which stays honest for few cases and near 0 and 1.
 *
 * @param passes how often it passed
 * @param opportunities how often it could have, at least as many
 * @param value passes by opportunities, 0..1 with three decimals; null where there was none
 * @param low the interval's lower end; null where there was no opportunity
 * @param high the interval's upper end; null where there was no opportunity
 */
@AbsentLeftOut
@JsonPropertyOrder({"passes", "opportunities", "value", "low", "high"})
public record Rate(
    long passes,
    long opportunities,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high)
    implements Serializable {

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * @throws IllegalArgumentException if there are more passes than opportunities, or fewer than
   *     none
   */
  public static Rate of(long passes, long opportunities) {
    if (passes < 0 || passes > opportunities) {
      throw new IllegalArgumentException(passes + " passes of " + opportunities);
    }
    if (opportunities == 0) {
      return new Rate(0, 0, null, null, null);
    }
    double n = opportunities;
    double p = passes / n;
    double middle = p + Z * Z / (2 * n);
    double half = Z * StrictMath.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Rate(
        passes,
        opportunities,
        Numbers.three(p),
        Numbers.three(Math.max(0, (middle - half) / scale)),
        Numbers.three(Math.min(1, (middle + half) / scale)));
  }
}
