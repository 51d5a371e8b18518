package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.empathy.Assessment;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Span;
import dev.empathy.spi.Extensions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is printed, thrown or logged holds a word of a message. */
class QuietTest {

  /** Components that are no text of anybody's: what a record may print. */
  private static final Set<String> CODES =
      Set.of(
          "AggregateSummary.ChannelConsistency.channels.key",
          "AggregateSummary.bands.key",
          "AggregateSummary.dimensions.key",
          "AggregateSummary.emotions.key",
          "AggregateSummary.routes.key",
          "AggregateSummary.rules.key",
          "Assessment.band",
          "Assessment.NotEvaluated.cue",
          "Assessment.NotEvaluated.reason",
          "Assessment.NotEvaluated.rule",
          "ConversationAssessment.band",
          "Conversation.facts.key",
          "Counterfactual.add",
          "Counterfactual.band",
          "Counterfactual.Removal.cue",
          "DeEscalation.Step.after",
          "DimensionScore.id",
          "EmotionScore.emotion",
          "EmotionScore.raisedBy",
          "EmotionTrajectory.Point.emotion",
          "Evidence.cue",
          "Finding.rule",
          "FiredRoute.route",
          "Hit.cue",
          "LedgerEntry.dimension",
          "LedgerEntry.rule",
          "MaskedRegion.kind",
          "Receipt.AppliedOverride.at",
          "Receipt.detectors",
          "Receipt.engine",
          "Receipt.facts",
          "Receipt.limits.key",
          "Receipt.signals",
          "RubricRef.id",
          "RubricRef.locale",
          "RubricRef.sha256",
          "RubricRef.version",
          "SuggestedResponse.id",
          "SuppressedHit.cue");

  /** Records that describe a rubric, and know of no message. */
  private static final List<String> OF_A_RUBRIC = List.of("Coverage", "PhraseDescription");

  @TempDir private Path folder;

  /** Found in the jar or the folder of classes, so that a new one cannot be forgotten. */
  static List<Class<?>> records() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.empathy")
            .stream()
            .filter(type -> type.getPackageName().equals("dev.empathy"))
            .map(JavaClass::reflect)
            .filter(type -> type.isRecord() && isPublic(type))
            .toList();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  @Test
  void records_print_codes_only() throws Exception {
    List<Class<?>> records = records();
    assertThat(records).contains(Assessment.class, Assessment.NotEvaluated.class, Message.class);
    Set<String> printed = new HashSet<>();
    for (Class<?> type : records) {
      if (OF_A_RUBRIC.contains(name(type).split("\\.")[0])) {
        continue;
      }
      String text = made(type).toString();
      for (Class<?> other : records) {
        for (String marker : markers(other)) {
          if (text.contains("<" + marker + ">")) {
            printed.add(marker);
          }
        }
      }
    }
    assertThat(printed).isSubsetOf(CODES);
  }

  private static List<String> markers(Class<?> type) {
    List<String> markers = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(type) + "." + component.getName();
      markers.addAll(List.of(name, name + ".key"));
    }
    return markers;
  }

  private static String name(Class<?> type) {
    return type.getCanonicalName().substring("dev.empathy.".length());
  }

  /** A record in which every text names its component. */
  private static Object made(Class<?> type) throws ReflectiveOperationException {
    if (type == Message.Region.class) {
      return new Message.Region("quote", 0, 1); // its only text is one of ten
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = made(components[i].getGenericType(), name(type) + "." + components[i].getName());
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object made(Type type, String marker) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? Map.of("<" + marker + ".key>", made(of[1], marker))
          : List.of(made(of[0], marker));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return "<" + marker + ">";
    } else if (plain == int.class || plain == Integer.class) {
      return 1;
    } else if (plain == long.class || plain == Long.class) {
      return 1L;
    } else if (plain == double.class || plain == Double.class || plain == Number.class) {
      return 1.0;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain == Instant.class) {
      return Instant.EPOCH;
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    } else if (plain == dev.empathy.rubric.Location.class) {
      return dev.empathy.rubric.Location.CODE;
    }
    return made(plain);
  }

  @Test
  void what_was_assessed_prints_no_word_of_it() {
    ConversationAssessment whole = DetailTest.ENGINE.explain(DetailTest.CONVERSATION);
    Set<Class<?>> seen = new HashSet<>();
    for (Object root : List.of(whole, DetailTest.CONVERSATION, DetailTest.ENGINE)) {
      for (Object value : reachable(root)) {
        seen.add(value.getClass());
        // a record's own name is no text of anybody's
        assertQuiet(value.toString().replace(value.getClass().getSimpleName(), ""));
      }
    }
    assertThat(seen)
        .contains(dev.empathy.Nearest.class, dev.empathy.SuppressedHit.class, Span.class);
  }

  private static List<Object> reachable(Object root) {
    List<Object> records = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Object value = open.remove();
      if (value instanceof Collection<?> several) {
        open.addAll(several);
      } else if (value instanceof Map<?, ?> map) {
        open.addAll(map.values());
      } else if (value.getClass().isRecord()) {
        records.add(value);
        for (RecordComponent component : value.getClass().getRecordComponents()) {
          Object held = held(value, component);
          if (held != null) {
            open.add(held);
          }
        }
      } else if (value instanceof EmpathyEngine) {
        records.add(value);
      }
    }
    return records;
  }

  private static Object held(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertQuiet(String text) {
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(DetailTest.WORDS);
  }

  @Test
  void what_is_thrown_holds_no_word_of_a_message() {
    ConversationAssessment whole = DetailTest.ENGINE.explain(DetailTest.CONVERSATION);
    Assessment turn = whole.turns().get(2);
    Message message = DetailTest.CONVERSATION.messages().get(0);
    List<Throwable> thrown = new ArrayList<>();
    thrown.add(catchThrowable(() -> turn.dimension("none")));
    thrown.add(catchThrowable(() -> new Span(3, 1, 0, 0)));
    thrown.add(catchThrowable(() -> new Span(0, 900, 0, 900).in(message.text())));
    thrown.add(catchThrowable(() -> DetailTest.CONVERSATION.with("tier", null)));
    thrown.add(catchThrowable(() -> DetailTest.CONVERSATION.and(null)));
    thrown.add(
        catchThrowable(() -> new Message(null, message.text(), null, null, null, List.of())));
    thrown.add(catchThrowable(() -> turn.hits().add(turn.hits().get(0))));
    assertThat(thrown).doesNotContainNull();
    for (Throwable one : thrown) {
      StringWriter trace = new StringWriter();
      one.printStackTrace(new PrintWriter(trace));
      assertQuiet(trace.toString());
    }
  }

  @Test
  void a_detector_that_shouts_is_not_quoted() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric("cues: { x: { detect: [loud] } }\n" + DIMENSION),
            SelfTest.OFF,
            Extensions.NONE.withDetector(
                "loud",
                (text, writer) -> {
                  throw new IllegalStateException(text);
                }));
    ConversationAssessment whole = engine.assess(DetailTest.CONVERSATION);
    assertThat(whole.turns().get(0).notEvaluated()).isNotEmpty();
    assertQuiet(whole.turns().toString());
    whole.turns().forEach(turn -> assertQuiet(turn.notEvaluated().toString()));
  }

  private static final String DIMENSION =
      "dimensions: { d: { weight: 1, start: 50 } }\n"
          + "rules: { r: { dimension: d, severity: error, require: { cue: x } } }\n";

  @Test
  void no_log_holds_a_word_of_a_message() throws Exception {
    Path file = folder.resolve("rubric.yaml");
    Files.writeString(file, Engines.HEAD + "cues: { x: { match: [zornful] } }\n" + DIMENSION);
    try (CapturedLog log = new CapturedLog()) {
      ReloadableEngine engine = ReloadableEngine.of(file);
      engine.engine().explain(DetailTest.CONVERSATION);
      Files.writeString(file, "broken");
      engine.reloadIfChanged();
      engine.reloadIfChanged();
      engine.engine().explain(DetailTest.CONVERSATION);
      assertThat(log.text()).contains("rubric.yaml");
      // The rubric's own word stands in the rubric; what customers wrote stands nowhere.
      assertThat(log.text().toLowerCase(Locale.ROOT))
          .doesNotContain(DetailTest.WORDS.subList(1, DetailTest.WORDS.size()));
    }
  }
}
