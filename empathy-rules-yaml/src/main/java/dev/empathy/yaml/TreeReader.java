package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * From SnakeYAML's events to a {@link Tree}. Events rather than nodes: nothing is resolved, an
 * alias is never followed, and both places of a duplicate key are at hand.
 */
final class TreeReader {

  private final SourceText source;
  private final Problems problems;
  private final Room room;
  private final ParserImpl parser;

  private TreeReader(SourceText source, Room room, Problems problems) {
    this.source = source;
    this.room = room;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Limits.BYTES);
    this.parser = new ParserImpl(new StreamReader(source.text()), options);
  }

  /** The file's tree, or null where its text is not YAML; the reasons are among the problems. */
  static @Nullable Tree read(SourceText source, Room room, Problems problems) {
    if (!printable(source, problems) || !shortLines(source, problems)) {
      return null;
    }
    try {
      return new TreeReader(source, room, problems).document();
    } catch (TooMuch e) {
      problems.error(Code.LIMIT, e.at, "", String.valueOf(e.getMessage()), e.hint);
    } catch (MarkedYAMLException e) {
      YamlFaults.report(e, source, problems);
    } catch (YAMLException e) {
      problems.error(
          Code.NOT_YAML, source.location(0), "", "the file cannot be read as YAML", null);
    }
    return null;
  }

  /** SnakeYAML refuses control characters too, but without a place. */
  private static boolean printable(SourceText source, Problems problems) {
    int at = source.isPrintable() ? -1 : unprintable(source.text());
    if (at >= 0) {
      unprintable(source.text().codePointAt(at), source.location(at), problems);
    }
    return at < 0;
  }

  private static boolean shortLines(SourceText source, Problems problems) {
    for (int start = 0, end; start < source.text().length(); start = end + 1) {
      end = source.text().indexOf('\n', start);
      end = end < 0 ? source.text().length() : end;
      if (end - start > Limits.LINE) {
        problems.error(
            Code.LIMIT,
            source.location(start),
            "",
            "the line is longer than " + Limits.LINE + " characters",
            "write it in several lines");
        return false;
      }
    }
    return true;
  }

  /** Whether a text that comes from no bytes has no half of a pair of surrogates. */
  static boolean paired(String file, String text, Problems problems) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (Character.getType(character) == Character.SURROGATE) {
        SourceText source = new SourceText(file, text);
        problems.register(source);
        unprintable(character, source.location(at), problems);
        return false;
      }
    }
    return true;
  }

  private static int unprintable(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!StreamReader.isPrintable(text.codePointAt(at))) {
        return at;
      }
    }
    return -1;
  }

  private static void unprintable(int character, Location at, Problems problems) {
    problems.error(
        Code.NOT_YAML,
        at,
        "",
        "the character U+" + hex(character) + " may not stand in a rubric",
        "delete it; most editors do not show it");
  }

  private static String hex(int character) {
    String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private @Nullable Tree document() {
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.DocumentStart)) {
      return empty();
    }
    parser.getEvent();
    Tree tree = node(1);
    parser.getEvent();
    if (parser.checkEvent(Event.ID.DocumentStart)) {
      secondDocument();
      return null;
    }
    return tree instanceof Tree.Scalar scalar && scalar.absent() ? empty() : tree;
  }

  private @Nullable Tree empty() {
    problems.error(
        Code.UNREADABLE,
        source.location(0),
        "",
        "nothing is written in this file",
        "a rubric begins with empathy: 1, rubric: NAME and version: NUMBER");
    return null;
  }

  private void secondDocument() {
    problems.error(
        Code.NOT_USED,
        start(parser.peekEvent()),
        "",
        "a second document begins here; a rubric is one document",
        "delete the line ---, or move what follows to a file of its own");
  }

  private Tree node(int depth) {
    Event event = parser.getEvent();
    if (!room.takesNode()) {
      String message = "a rubric may hold " + Limits.NODES + " texts, lists and maps";
      throw new TooMuch(start(event), message, "take away what is not needed");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    if (event instanceof ScalarEvent scalar) {
      int escaped = scalar.isDQuoted() ? unprintable(scalar.getValue()) : -1;
      if (escaped >= 0) {
        unprintable(scalar.getValue().codePointAt(escaped), start(scalar), problems);
      }
      return marked(scalar, scalar.getTag(), scalar(scalar));
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (depth > Limits.DEPTH) {
      String message = "lists and maps stand more than " + Limits.DEPTH + " deep in each other";
      throw new TooMuch(start(event), message, null);
    }
    Tree tree = start instanceof MappingStartEvent ? map(start, depth) : list(start, depth);
    return marked(start, start.getTag(), tree);
  }

  private Tree alias(AliasEvent alias) {
    Tree.Broken broken = new Tree.Broken(start(alias), alias.getAnchor().length() + 1);
    String name = "*" + Hints.cut(alias.getAnchor());
    problems.error(
        Code.NOT_USED,
        broken,
        "",
        name + " is an alias of YAML, which rubrics do not use",
        "if it is a text, put it in quotes: " + Hints.quote(name));
    return broken;
  }

  /** Reports an anchor or a tag; what it stands at is then not looked at. */
  private Tree marked(NodeEvent event, @Nullable String tag, Tree tree) {
    if (event.getAnchor() == null && tag == null) {
      return tree;
    }
    String written = source.text().substring(offset(event), offset(event) + 1);
    boolean anchor = event.getAnchor() != null;
    String name = anchor ? "&" + event.getAnchor() : written.equals("!") ? word(event) : "!" + tag;
    Tree.Broken broken = new Tree.Broken(start(event), name.length());
    problems.error(
        Code.NOT_USED,
        broken,
        "",
        Hints.cut(name)
            + (anchor ? " is an anchor" : " is a tag")
            + " of YAML, which rubrics do not use",
        "if it belongs to the text, put the text in quotes");
    return broken;
  }

  private String word(Event event) {
    int end = offset(event);
    while (end < source.text().length() && !Character.isWhitespace(source.text().charAt(end))) {
      end++;
    }
    return source.text().substring(offset(event), end);
  }

  private Tree list(CollectionStartEvent start, int depth) {
    List<Tree> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    parser.getEvent();
    return new Tree.Items(items, start(start), 1);
  }

  private Tree map(CollectionStartEvent start, int depth) {
    Map<String, Tree.Scalar> seen = new HashMap<>();
    List<Tree.Entry> entries = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Tree key = node(depth + 1);
      Tree value = node(depth + 1);
      if (key instanceof Tree.Scalar scalar) {
        entry(scalar, value, seen, entries);
      } else if (!(key instanceof Tree.Broken)) {
        noKey(key);
        return skipRest(start);
      }
    }
    parser.getEvent();
    return new Tree.Entries(entries, start(start), 1);
  }

  private void entry(
      Tree.Scalar key, Tree value, Map<String, Tree.Scalar> seen, List<Tree.Entry> entries) {
    Tree.Scalar first = seen.putIfAbsent(key.text(), key);
    if (first != null) {
      duplicate(key, first);
    } else if (key.plain() && key.text().equals("<<")) {
      problems.error(
          Code.NOT_USED, key, "", "<< merges maps in YAML, which rubrics do not use", null);
    } else {
      entries.add(new Tree.Entry(key, value));
    }
  }

  private void duplicate(Tree.Scalar key, Tree.Scalar first) {
    problems.error(
        Code.DUPLICATE_KEY,
        key,
        "",
        Hints.cut(key.text()) + " stands here a second time",
        "the first stands at "
            + first.at().line()
            + ":"
            + first.at().column()
            + "; keep one of them");
  }

  private void noKey(Tree key) {
    problems.error(
        Code.WRONG_TYPE,
        key,
        "",
        "a key must be a text, found " + key.kind(),
        "a text that begins with {, [ or ? must be put in quotes");
  }

  /** After a key that is none the rest of the map means nothing, but must be passed over. */
  private Tree skipRest(CollectionStartEvent start) {
    for (int open = 1; open > 0; ) {
      Event event = parser.getEvent();
      open += event instanceof CollectionStartEvent ? 1 : 0;
      open -= event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? 1 : 0;
    }
    return new Tree.Broken(start(start), 1);
  }

  private Tree.Scalar scalar(ScalarEvent event) {
    int from = contentStart(event);
    int end = Math.max(from, source.offset(event.getEndMark().getIndex()));
    boolean quoted = event.isSQuoted() || event.isDQuoted();
    int length = Math.min(quoted ? Math.max(from, end - 1) : end, source.lineEnd(from)) - from;
    return new Tree.Scalar(
        event.getValue(),
        source.location(from),
        length,
        event.isPlain(),
        event.isPlain() ? source.suspect(from, end) : null);
  }

  private int contentStart(ScalarEvent event) {
    int offset = offset(event);
    if (event.isPlain()) {
      return offset;
    }
    // A tag or an anchor before it is reported anyway.
    if (event.isSQuoted() || event.isDQuoted()) {
      return Math.min(offset + 1, source.text().length());
    }
    return blockStart(offset, source.offset(event.getEndMark().getIndex()));
  }

  /** The first letter below a {@code |} or {@code >}. */
  private int blockStart(int indicator, int end) {
    int at = source.lineEnd(indicator);
    while (at < end && Character.isWhitespace(source.text().charAt(at))) {
      at++;
    }
    return at < end ? at : indicator;
  }

  private int offset(Event event) {
    return source.offset(event.getStartMark().getIndex());
  }

  private Location start(Event event) {
    return source.location(offset(event));
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Location at;
    private final transient @Nullable String hint;

    TooMuch(Location at, String message, @Nullable String hint) {
      super(message, null, false, false);
      this.at = at;
      this.hint = hint;
    }
  }
}
