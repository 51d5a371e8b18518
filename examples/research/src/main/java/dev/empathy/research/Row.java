package dev.empathy.research;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What came of a task.
 *
 * @param task its name
 * @param data the files that were read, or the pattern that no file fits
 * @param measure the measure's id, such as {@code macro-f1}
 * @param value the figure; null where it could not be taken, which {@code note} explains
 * @param low the lower bound of its 95 % interval; null where there is none
 * @param high the upper bound
 * @param n the number of items; 0 where no data were found
 * @param baseline what the most frequent answer or chance gets; null where there is no such thing
 * @param floor what a simple method reaches, or null
 * @param floorBy which method, or null
 * @param published what others published, or null
 * @param note what is to be known of this figure, or null
 */
@JsonPropertyOrder({
  "task",
  "data",
  "measure",
  "value",
  "low",
  "high",
  "n",
  "baseline",
  "floor",
  "floorBy",
  "published",
  "note"
})
public record Row(
    String task,
    String data,
    String measure,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    int n,
    @Nullable Double baseline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double floor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String floorBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String published,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}
