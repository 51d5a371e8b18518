package dev.empathy.research;

import dev.empathy.research.Reading.Sum.Weighted;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What is read off an assessment: a closed form of one kind, its keys, and a range. */
final class ReadingDecoder {

  /** The kinds that read a label. */
  private static final List<String> LABELS = List.of("greatest", "first");

  /** Each kind with the keys that may stand beside it; beside a number a range may, too. */
  static final Map<String, List<String>> KINDS = kinds();

  private static final Map<String, Outcome> OUTCOMES = named(Outcome.values());
  private static final Map<String, Severity> SEVERITIES = named(Severity.values());

  private final Faults faults;

  ReadingDecoder(Faults faults) {
    this.faults = faults;
  }

  private static Map<String, List<String>> kinds() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String kind : List.of("cue", "hits", "emotion", "family", "signal", "route", "issue")) {
      kinds.put(kind, List.of());
    }
    kinds.put("rule", List.of("is"));
    kinds.put("dimension", List.of("if-none"));
    kinds.put("score", List.of("if-none"));
    for (String kind : List.of("any", "max", "sum", "difference", "weighted")) {
      kinds.put(kind, List.of());
    }
    kinds.put("levels", List.of("of", "from"));
    LABELS.forEach(kind -> kinds.put(kind, List.of("else", "above")));
    return kinds;
  }

  private static <E extends Enum<E>> Map<String, E> named(E[] values) {
    Map<String, E> named = new LinkedHashMap<>();
    for (E value : values) {
      named.put(Words.of(value), value);
    }
    return named;
  }

  /** The reading, or null where it is none; why is among the faults. */
  @Nullable Reading decode(Node node, String path) {
    Form map = Form.open(node, path, faults);
    List<String> kinds = map.names().stream().filter(KINDS::containsKey).toList();
    if (!map.isMap()) {
      return null;
    }
    if (kinds.size() != 1) {
      noKind(map, kinds);
      return null;
    }
    String kind = kinds.get(0);
    Set<String> keys = new LinkedHashSet<>(List.of(kind));
    keys.addAll(KINDS.getOrDefault(kind, List.of()));
    if (LABELS.contains(kind)) {
      return label(Form.closed(node, path, faults, keys), kind);
    }
    keys.addAll(Range.KEYS);
    Form form = Form.closed(node, path, faults, keys);
    Reading reading = number(form, kind);
    Range range = Range.of(form);
    return reading == null || range.isEmpty() ? reading : new Reading.InRange(reading, range);
  }

  private void noKind(Form form, List<String> kinds) {
    if (kinds.isEmpty()) {
      String written = form.names().stream().findFirst().orElse("");
      String hint = Issue.didYouMean(written, KINDS.keySet(), "");
      faults.add(
          Code.UNKNOWN_KEY,
          form.named(written).at(),
          form.path(),
          "no kind of reading stands here",
          hint == null ? "possible: " + String.join(", ", KINDS.keySet()) : hint);
    } else {
      faults.add(
          Code.UNKNOWN_KEY,
          form.named(kinds.get(1)).at(),
          form.path(),
          "one reading has one kind; here are " + String.join(" and ", kinds),
          "put them together with any, max, sum, difference or weighted");
    }
  }

  private @Nullable Reading number(Form form, String kind) {
    return switch (kind) {
      case "cue" -> new Reading.Cues(form.list(kind), false);
      case "hits" -> new Reading.Cues(form.list(kind), true);
      case "rule" -> rule(form);
      case "emotion" -> new Reading.Emotions(form.list(kind));
      case "family" -> map(form.name(kind), Reading.Family::new);
      case "dimension" -> dimension(form);
      case "score" -> score(form);
      case "signal" -> map(form.name(kind), signal -> new Reading.Signal(List.of(signal)));
      case "route" -> new Reading.Routes(form.list(kind));
      case "issue" -> map(form.choice(kind, SEVERITIES), Reading.Issues::new);
      case "any" -> map(parts(form, kind), Reading.Any::new);
      case "max" -> map(parts(form, kind), Reading.Most::new);
      case "sum" -> sum(parts(form, kind), 1);
      case "difference" -> difference(form);
      case "weighted" -> weighted(form);
      case "levels" -> levels(form);
      default -> throw new IllegalStateException(kind);
    };
  }

  private static <T> @Nullable Reading map(@Nullable T value, Function<T, Reading> reading) {
    return value == null ? null : reading.apply(value);
  }

  private @Nullable Reading dimension(Form form) {
    Double ifNone = form.number("if-none");
    return map(form.name("dimension"), one -> new Reading.Dimension(List.of(one), ifNone));
  }

  private @Nullable Reading score(Form form) {
    Double ifNone = form.number("if-none");
    return form.choice("score", Map.of("overall", true)) == null ? null : new Reading.Score(ifNone);
  }

  private @Nullable Reading rule(Form form) {
    Outcome outcome = form.require("is") == null ? null : form.choice("is", OUTCOMES);
    return outcome == null ? null : new Reading.Rules(form.list("rule"), outcome);
  }

  /** At least two readings, or null. */
  private @Nullable List<Reading> parts(Form form, String kind) {
    Node node = form.node(kind);
    List<Node> items = node == null ? List.of() : Form.items(node);
    if (items.size() < 2) {
      form.fault(Code.BAD_VALUE, kind, kind + " takes a list of two readings or more", null);
      return null;
    }
    List<Reading> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Reading part = number(items.get(i), form.path(kind) + "[" + i + "]");
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.size() == items.size() ? parts : null;
  }

  /** A reading that is no label. */
  private @Nullable Reading number(Node node, String path) {
    Reading reading = decode(node, path);
    if (reading instanceof Reading.Label) {
      faults.add(Code.MISFIT, node, path, "a label cannot be reckoned with", null);
      return null;
    }
    return reading;
  }

  private static @Nullable Reading sum(@Nullable List<Reading> parts, double weightOfOthers) {
    if (parts == null) {
      return null;
    }
    List<Weighted> weighted = new ArrayList<>();
    for (Reading part : parts) {
      weighted.add(new Weighted(weighted.isEmpty() ? 1 : weightOfOthers, part));
    }
    return new Reading.Sum(List.copyOf(weighted));
  }

  private @Nullable Reading difference(Form form) {
    List<Reading> parts = parts(form, "difference");
    if (parts != null && parts.size() != 2) {
      form.fault(Code.BAD_VALUE, "difference", "a difference has two readings", null);
      return null;
    }
    return sum(parts, -1);
  }

  private @Nullable Reading weighted(Form form) {
    List<Weighted> parts = new ArrayList<>();
    Node node = form.node("weighted");
    List<Node> items = node == null ? List.of() : Form.items(node);
    for (int i = 0; i < items.size(); i++) {
      Form item =
          Form.closed(
              items.get(i),
              form.path("weighted") + "[" + i + "]",
              faults,
              new LinkedHashSet<>(List.of("weight", "of")));
      Node of = item.require("of");
      Double weight = item.require("weight") == null ? null : item.number("weight");
      Reading reading = of == null ? null : number(of, item.path("of"));
      if (weight != null && reading != null) {
        parts.add(new Weighted(weight, reading));
      }
    }
    return items.isEmpty() || parts.size() < items.size()
        ? null
        : new Reading.Sum(List.copyOf(parts));
  }

  private @Nullable Reading levels(Form form) {
    List<Double> steps = new ArrayList<>();
    for (Named step : form.list("levels")) {
      Double number = Form.parse(step.id());
      if (number == null || !steps.isEmpty() && number <= steps.get(steps.size() - 1)) {
        faults.add(
            Code.BAD_VALUE, step.at(), form.path("levels"), "steps are rising numbers", null);
        return null;
      }
      steps.add(number);
    }
    Node of = form.require("of");
    Double from = form.number("from");
    Reading reading = of == null ? null : number(of, form.path("of"));
    return reading == null || steps.isEmpty()
        ? null
        : new Reading.Levels(reading, List.copyOf(steps), from == null ? 0 : from);
  }

  private @Nullable Reading label(Form form, String kind) {
    Node node = form.node(kind);
    String otherwise = form.requireText("else");
    Double above = form.number("above");
    if (node == null || otherwise == null) {
      return null;
    }
    Form map = Form.open(node, form.path(kind), faults);
    List<Reading> parts = new ArrayList<>();
    List<String> labels = new ArrayList<>(map.names());
    for (String label : map.names()) {
      Node part = map.node(label);
      Reading reading = part == null ? null : number(part, map.path(label));
      if (reading != null) {
        parts.add(reading);
      }
    }
    if (labels.contains(otherwise)) {
      form.fault(Code.BAD_VALUE, "else", otherwise + " is a label above already", null);
      return null;
    }
    labels.add(otherwise);
    return parts.size() + 1 == labels.size()
        ? new Reading.Label(
            List.copyOf(parts),
            List.copyOf(labels),
            above == null ? 0 : above,
            kind.equals("first"))
        : null;
  }
}
