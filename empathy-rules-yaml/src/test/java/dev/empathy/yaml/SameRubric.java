package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.WordList;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a rubric against one that was printed and read again: all the same but for the places; and
 * each place of the printed one is on a line whose comment names the place of the other.
 */
final class SameRubric {

  /** What a file of its own says otherwise. */
  private static final Set<String> OWN = Set.of("sources", "sha256", "warnings");

  /**
   * What has the place of its name: on a line with its values, the comment tells where these are.
   */
  private static final Set<Class<?>> NAMED =
      Set.of(
          WordList.class,
          Cue.class,
          Emotion.class,
          Dimension.class,
          Rule.class,
          Route.class,
          Response.class,
          Adjustment.RuleChange.class,
          Adjustment.DimensionChange.class);

  private final List<List<String>> origins;
  private final boolean examples;

  private SameRubric(String printed, boolean examples) {
    origins = origins(printed.lines().toList());
    this.examples = examples;
  }

  /**
   * @param examples whether all examples are there, too
   */
  static void check(Rubric original, Rubric read, String printed, boolean examples) {
    new SameRubric(printed, examples).same(original, read, "rubric");
  }

  private void same(Object a, Object b, String path) {
    if (a instanceof Location at) {
      assertThat(origins(((Location) b).line())).as(path).contains(at.file() + ":" + at.line());
    } else if (a instanceof Record) {
      records(a, b, path);
    } else if (a instanceof List<?> list) {
      assertThat((List<?>) b).as(path).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        same(list.get(i), ((List<?>) b).get(i), path + "[" + (i + 1) + "]");
      }
    } else if (a instanceof Map<?, ?> map) {
      Map<?, ?> other = (Map<?, ?>) b;
      assertThat(new ArrayList<Object>(other.keySet()))
          .as(path)
          .isEqualTo(List.copyOf(map.keySet()));
      map.forEach((key, value) -> same(value, other.get(key), path + "." + key));
    } else {
      assertThat(b).as(path).isEqualTo(a);
    }
  }

  private void records(Object a, Object b, String path) {
    assertThat(b).as(path).isInstanceOf(a.getClass());
    for (RecordComponent component : a.getClass().getRecordComponents()) {
      boolean example = Set.of("examples", "hits", "misses").contains(component.getName());
      boolean pack = component.getName().equals("locale") && a instanceof Rubric;
      boolean name = component.getName().equals("at") && NAMED.contains(a.getClass());
      if (!OWN.contains(component.getName()) && !pack && !name && (examples || !example)) {
        same(get(component, a), get(component, b), path + "." + component.getName());
      }
    }
  }

  private static Object get(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the comment of a line names; a line that goes on has that of the line above. */
  private List<String> origins(int line) {
    return origins.get(line - 1);
  }

  private static List<List<String>> origins(List<String> lines) {
    List<List<String>> all = new ArrayList<>();
    List<String> last = List.of();
    String file = "";
    for (String line : lines) {
      int comment = line.lastIndexOf("  # ");
      if (comment >= 0) {
        String written = line.substring(comment + 4);
        last = List.of((written.startsWith(":") ? file + written : written).split(", "));
        String origin = last.get(last.size() - 1);
        file = origin.substring(0, origin.lastIndexOf(':'));
      }
      all.add(last);
    }
    return all;
  }
}
