package dev.empathy.cli;

import dev.empathy.PhraseDescription;
import dev.empathy.PhraseDescription.Form;
import dev.empathy.yaml.EffectiveRubric;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a thing of a rubric, as its author reads it on a terminal. */
final class ExplainText {

  private static final String INDENT = "  ";

  /** Of what a short form stands for so much is shown. */
  private static final int MOST_FORMS = 12;

  private static final String LEGEND =
      "Compiled to: a place a line, with its words and the places it follows (^ the start of a"
          + " sentence, ...2 up to two words between), the $name that keeps it, and end where the"
          + " phrase may end.";

  private final int width;
  private final Paint paint;
  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  private ExplainText(int width, Paint paint, boolean all) {
    this.width = width;
    this.paint = paint;
    this.all = all;
  }

  /**
   * @param width the columns to use
   * @param all whether lists are shown to their ends
   */
  static String of(List<Explained> found, int width, Paint paint, boolean all) {
    ExplainText text = new ExplainText(width, paint, all);
    for (Explained one : found) {
      text.thing(one);
    }
    if (found.stream().anyMatch(one -> !one.phrases().isEmpty())) {
      text.out.append('\n');
      text.wrapped("", "", LEGEND, Paint.FAINT);
    }
    return text.out.toString();
  }

  /** Of a long list the beginning, and how many more there are. */
  static <T> List<T> shortened(List<T> list, boolean all) {
    return all || list.size() <= MOST_FORMS ? list : list.subList(0, MOST_FORMS);
  }

  private void thing(Explained thing) {
    out.append(out.length() == 0 ? "" : "\n");
    List<EffectiveRubric.Line> lines = lines(thing);
    boolean named = !lines.isEmpty() && lines.get(0).yaml().equals(name(thing) + ":");
    if (!lines.isEmpty() || !thing.kind().equals("part")) {
      heading(
          thing.kind().equals("part") ? thing.path() : thing.kind() + " " + name(thing),
          named ? lines.get(0).origin() : "");
    }
    values(named ? lines.subList(1, lines.size()) : lines, named ? INDENT.length() : 0);
    examples(thing);
    defaults(thing.defaults());
    thing.phrases().forEach(phrase -> phrase(phrase, thing.path()));
  }

  private static String name(Explained thing) {
    return thing.path().substring(thing.path().indexOf('.') + 1);
  }

  /** Its lines, but for those that the phrases below tell better, and examples. */
  private List<EffectiveRubric.Line> lines(Explained thing) {
    boolean described = !thing.phrases().isEmpty();
    if (described && thing.kind().equals("part")) {
      return List.of();
    }
    return thing.part().lines().stream()
        .filter(line -> !described || !isPhrase(line.path(), thing.path()))
        .filter(line -> all || !isExample(line.path(), thing.path()))
        .toList();
  }

  private static boolean isPhrase(String path, String cue) {
    return path.startsWith(cue + ".match") || path.startsWith(cue + ".unless");
  }

  private static boolean isExample(String path, String thing) {
    return path.startsWith(thing + ".examples");
  }

  private void examples(Explained thing) {
    long count =
        thing.part().values().stream()
            .map(EffectiveRubric.Value::path)
            .filter(path -> isExample(path, thing.path()))
            .map(path -> path.substring(0, path.indexOf(']') + 1))
            .distinct()
            .count();
    if (!all && count > 0) {
      wrapped(INDENT, INDENT, AssessmentText.plural(count, "example") + ": see --all", Paint.FAINT);
    }
  }

  private void values(List<EffectiveRubric.Line> lines, int indent) {
    int column = 0;
    for (EffectiveRubric.Line line : lines) {
      int length = columns(line.yaml()) - indent;
      if (!line.origin().isEmpty() && fits(length, line)) {
        column = Math.max(column, length);
      }
    }
    for (EffectiveRubric.Line line : lines) {
      value(line, indent, column);
    }
  }

  private boolean fits(int length, EffectiveRubric.Line line) {
    return 2 * INDENT.length() + length + origin(line).length() <= width;
  }

  private static String origin(EffectiveRubric.Line line) {
    return line.origin().isEmpty() ? "" : "# " + line.origin();
  }

  private void value(EffectiveRubric.Line line, int indent, int column) {
    String yaml = line.yaml().substring(indent);
    String origin = origin(line);
    int length = columns(yaml);
    if (fits(length, line)) {
      int padding = fits(column, line) ? Math.max(0, column - length) : 0;
      String comment = origin.isEmpty() ? "" : " ".repeat(padding + 2) + faint(origin);
      out.append(INDENT).append(Visible.line(yaml)).append(comment).append('\n');
      return;
    }
    String margin = INDENT + " ".repeat(yaml.length() - yaml.stripLeading().length());
    if (origin.isEmpty()) {
      phrased(margin, margin, yaml.strip()); // prose that goes on
    } else {
      phrased(margin, margin + INDENT, yaml.strip());
      wrapped(margin + INDENT, margin + INDENT, line.origin(), Paint.FAINT);
    }
  }

  private static int columns(String text) {
    return Cell.of(text).stream().mapToInt(Cell::width).sum();
  }

  private void defaults(Map<String, String> defaults) {
    if (!defaults.isEmpty()) {
      String shown =
          defaults.entrySet().stream()
              .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
              .collect(Collectors.joining(", "));
      wrapped(INDENT, INDENT + INDENT, "Not written: " + shown, null);
    }
  }

  private void phrase(PhraseDescription phrase, String path) {
    out.append(out.length() == 0 ? "" : "\n");
    heading(part(phrase.path(), path), phrase.at().toString());
    phrased(INDENT, INDENT + INDENT, phrase.text());
    if (!phrase.skippable().isEmpty()) {
      wrapped(
          INDENT, INDENT + INDENT, "skips " + String.join(", ", phrase.skippable()), Paint.FAINT);
    }
    forms(phrase.forms());
    boolean unless = phrase.path().contains(".unless[");
    if (phrase.samples().isEmpty()) {
      section(
          "finds nothing: the cue is off, other phrases come first, or unless or a negation takes"
              + " every hit away");
    } else {
      section(unless ? "takes away hits in" : "finds");
      phrase.samples().forEach(this::entry);
    }
    section("compiled to");
    phrase.program().forEach(this::entry);
  }

  /** The path within the thing; a list has the path of the thing itself. */
  private static String part(String path, String thing) {
    return path.startsWith(thing + ".") ? path.substring(thing.length() + 1) : path;
  }

  /** Without what stands for itself, as most entries of a list do. */
  private void forms(List<Form> forms) {
    List<Form> telling =
        forms.stream().filter(form -> !form.standsFor().equals(List.of(form.written()))).toList();
    List<Form> shown = shortened(telling, all);
    if (!shown.isEmpty()) {
      section("stands for");
      shown.forEach(this::form);
    }
    if (shown.size() < telling.size()) {
      entry("… (" + (telling.size() - shown.size()) + " more)");
    }
  }

  private void form(Form form) {
    List<String> shown = shortened(form.standsFor(), all);
    int more = form.standsFor().size() - shown.size();
    String words = String.join(", ", shown);
    entry(form.written() + " = " + words + (more > 0 ? " … (" + more + " more)" : ""));
  }

  private void heading(String name, String at) {
    if (at.isEmpty() || name.length() + 2 + at.length() <= width) {
      out.append(paint.as(Paint.BOLD, Visible.line(name)));
      out.append(at.isEmpty() ? "" : INDENT + faint(Visible.line(at))).append('\n');
    } else {
      out.append(paint.as(Paint.BOLD, Visible.line(name))).append('\n');
      wrapped(INDENT, INDENT, at, Paint.FAINT);
    }
  }

  private void section(String text) {
    wrapped(INDENT, INDENT + INDENT, text, Paint.BOLD);
  }

  private void entry(String text) {
    phrased(INDENT.repeat(2), INDENT.repeat(4), text);
  }

  /** A phrase, which may be broken between its alternatives. */
  private void phrased(String first, String further, String text) {
    String indent = first;
    for (String line : Wrap.phrase(Visible.line(text), Math.max(8, width - further.length()))) {
      out.append(indent).append(line).append('\n');
      indent = further;
    }
  }

  private String faint(String text) {
    return paint.as(Paint.FAINT, text);
  }

  private void wrapped(String first, String further, String text, @Nullable String colour) {
    String indent = first;
    for (String line : Wrap.text(Visible.line(text), Math.max(8, width - further.length()))) {
      out.append(indent).append(colour == null ? line : paint.as(colour, line)).append('\n');
      indent = further;
    }
  }
}
