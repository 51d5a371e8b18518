package dev.empathy.cli;

import dev.empathy.PhraseDescription;
import dev.empathy.PhraseDescription.Form;
import dev.empathy.yaml.EffectiveRubric;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of a thing of a rubric, as its author reads it on a terminal. */
final class ExplainText {

  private static final String INDENT = Page.INDENT;
  private static final String DEEP = INDENT.repeat(2);

  /** Of what a short form stands for so much is shown. */
  private static final int MOST_FORMS = 12;

  private static final String LEGEND =
      "Compiled to: a place a line, with its words and the places it follows (^ the start of a"
          + " sentence, ...2 up to two words between), the $name that keeps it, and end where the"
          + " phrase may end.";

  private static final String NOTHING =
      "finds nothing: the cue is off, other phrases come first, or unless or a negation takes"
          + " every hit away";

  private final Page page;
  private final boolean all;

  private ExplainText(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  /**
   * @param width the columns to use; only places may run over them
   * @param all whether lists are shown to their ends, and examples
   */
  static String of(List<Explained> found, int width, Paint paint, boolean all) {
    Page page = new Page(width, paint);
    found.forEach(new ExplainText(page, all)::thing);
    if (found.stream().anyMatch(one -> !one.phrases().isEmpty())) {
      page.blank();
      page.paragraph("", new Painted().faint(LEGEND));
    }
    return page.text();
  }

  /** Of a long list the beginning. */
  static <T> List<T> shortened(List<T> list, boolean all) {
    return all || list.size() <= MOST_FORMS ? list : list.subList(0, MOST_FORMS);
  }

  private void thing(Explained thing) {
    List<EffectiveRubric.Line> lines = lines(thing);
    boolean part = thing.kind().equals("part");
    boolean named = !lines.isEmpty() && lines.get(0).yaml().equals(name(thing) + ":");
    if (!lines.isEmpty() || !part) {
      page.blank();
      heading(
          part ? thing.path() : thing.kind() + " " + name(thing),
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

  // The values that hold, and where they come from.

  private void values(List<EffectiveRubric.Line> lines, int indent) {
    int column = 0;
    for (EffectiveRubric.Line line : lines) {
      int length = Wrap.columns(line.yaml()) - indent;
      if (!line.origin().isEmpty() && fits(length, line)) {
        column = Math.max(column, length);
      }
    }
    for (EffectiveRubric.Line line : lines) {
      value(line, indent, column);
    }
  }

  private boolean fits(int length, EffectiveRubric.Line line) {
    return DEEP.length() + length + origin(line).length() <= page.width();
  }

  private static String origin(EffectiveRubric.Line line) {
    return line.origin().isEmpty() ? "" : "# " + line.origin();
  }

  private void value(EffectiveRubric.Line line, int indent, int column) {
    String yaml = line.yaml().substring(indent);
    String margin = INDENT + " ".repeat(yaml.length() - yaml.stripLeading().length());
    int length = Wrap.columns(yaml);
    if (line.origin().isEmpty()) {
      page.paragraph(margin, Painted.of(yaml.strip())); // prose that goes on
    } else if (fits(length, line)) {
      int padding = 2 + (fits(column, line) ? Math.max(0, column - length) : 0);
      page.hanging(
          margin, margin, Painted.of(yaml.strip()).plain(" ".repeat(padding)).faint(origin(line)));
    } else {
      page.hanging(margin, margin + INDENT, Painted.of(yaml.strip()));
      page.paragraph(margin + INDENT, new Painted().whole(line.origin()));
    }
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
      page.paragraph(INDENT, new Painted().faint(Figures.plural(count, "example") + ": see --all"));
    }
  }

  private void defaults(Map<String, String> defaults) {
    if (!defaults.isEmpty()) {
      String shown =
          defaults.entrySet().stream()
              .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
              .collect(Collectors.joining(", "));
      page.hanging(INDENT, DEEP, Painted.of("Not written: " + shown));
    }
  }

  // Phrases.

  private void phrase(PhraseDescription phrase, String path) {
    page.blank();
    heading(part(phrase.path(), path), phrase.at().toString());
    phrased(INDENT, phrase.text());
    if (!phrase.skippable().isEmpty()) {
      String skips = "skips " + String.join(", ", phrase.skippable());
      page.hanging(INDENT, DEEP, new Painted().faint(skips));
    }
    forms(phrase.forms());
    boolean unless = phrase.path().contains(".unless[");
    section(phrase.samples().isEmpty() ? NOTHING : unless ? "takes away hits in" : "finds");
    phrase.samples().forEach(sample -> phrased(DEEP, sample));
    section("compiled to");
    phrase.program().forEach(line -> phrased(DEEP, line));
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
      phrased(DEEP, "… (" + (telling.size() - shown.size()) + " more)");
    }
  }

  private void form(Form form) {
    List<String> shown = shortened(form.standsFor(), all);
    int more = form.standsFor().size() - shown.size();
    String words = form.written() + " = " + String.join(", ", shown);
    phrased(DEEP, words + (more > 0 ? " … (" + more + " more)" : ""));
  }

  private void heading(String name, String at) {
    page.hanging("", INDENT, new Painted().as(Paint.BOLD, name).plain(INDENT).whole(at));
  }

  private void section(String text) {
    page.hanging(INDENT, DEEP, new Painted().as(Paint.BOLD, text));
  }

  /** A phrase, or what is like one. */
  private void phrased(String indent, String text) {
    int room = page.width() - indent.length() - DEEP.length();
    String shown = Wrap.columns(text) > room ? withRoomToBreak(text, room) : text;
    page.hanging(indent, indent + DEEP, Painted.of(shown));
  }

  /** With spaces between the alternatives of what would leave half a line empty, or be cut. */
  private static String withRoomToBreak(String text, int room) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || text.charAt(end) == ' ') {
        String piece = text.substring(start, end);
        out.append(start == 0 ? "" : " ");
        out.append(Wrap.columns(piece) > room / 2 ? piece.replace("|", " | ") : piece);
        start = end + 1;
      }
    }
    return out.toString();
  }
}
