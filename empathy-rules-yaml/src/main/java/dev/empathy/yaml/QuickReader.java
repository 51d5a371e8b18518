package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain part of YAML that rubrics are written in, in a tenth of the time that a parser of
 * all YAML takes in a JVM that has just begun. It answers only where it is sure, and then what
 * {@link TreeReader} would: at the first thing that is out of the ordinary, faults above all, it
 * gives up, and the whole text is read the long way.
 */
final class QuickReader {

  /** More than a key may have. */
  private static final int LONGEST_KEY = 1000;

  /** Marks that begin no text, or might not. */
  private static final String NO_BEGINNING = "?:,[]{}#&*!|>'\"%@`";

  /** At the first of them nothing is known any more. */
  private static final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsure() {
      super(null, null, false, false);
    }
  }

  private final SourceText source;
  private final String file;
  private final String text;
  private final char[] chars;
  private final int end;
  private int at;

  /** The line that {@link #at} is in: its number from 1, and where it begins. */
  private int line = 1;

  private int lineStart;
  private int nodes;
  private final int most;

  private QuickReader(SourceText source, int most) {
    this.most = most;
    this.source = source;
    this.file = source.file();
    this.text = source.text();
    this.chars = text.toCharArray();
    this.end = chars.length;
  }

  /** The tree, or null where somebody else has to look. */
  static @Nullable Tree read(SourceText source, Room room) {
    if (!source.isOrdinary()) {
      return null;
    }
    try {
      QuickReader reader = new QuickReader(source, room.nodes());
      Tree tree = reader.document();
      room.takeNodes(reader.nodes);
      return tree;
    } catch (Unsure known) {
      return null;
    }
  }

  private Tree document() {
    if (!nextContent() || column() != 0 || isMarker()) {
      throw new Unsure();
    }
    Tree tree = map(0, 1);
    if (at < end) {
      throw new Unsure();
    }
    return tree;
  }

  // Where we are

  private int column() {
    return at - lineStart;
  }

  private char peek() {
    return at < end ? chars[at] : '\n';
  }

  private char peek(int offset) {
    return at + offset < end ? chars[at + offset] : '\n';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  private Location here() {
    return new Location(file, line, column() + 1);
  }

  /** Goes beyond a line feed. */
  private void nextLine() {
    at++;
    line++;
    lineStart = at;
  }

  private void skipSpaces() {
    while (at < end && chars[at] == ' ') {
      at++;
    }
  }

  private void skipComment() {
    while (at < end && chars[at] != '\n') {
      at++;
    }
  }

  /** Goes to the next character that is neither a space nor in a comment, on this line or below. */
  private boolean nextContent() {
    while (at < end) {
      skipSpaces();
      if (at < end && chars[at] == '#') {
        skipComment();
      }
      if (at == end || chars[at] != '\n') {
        return at < end;
      }
      nextLine();
    }
    return false;
  }

  /** Nothing but a comment may follow on this line. */
  private void endLine() {
    int before = at;
    skipSpaces();
    if (at < end && chars[at] == '#' && at > before) {
      skipComment();
    }
    if (at < end && chars[at] != '\n') {
      throw new Unsure();
    }
  }

  /** Marks between documents and directives stand at the beginning of a line. */
  private boolean isMarker() {
    return column() == 0 && (peek() == '%' || text.startsWith("---", at) || isDots());
  }

  private boolean isDots() {
    return text.startsWith("...", at);
  }

  private boolean isItem() {
    return peek() == '-' && isBlank(peek(1));
  }

  /** Counts a text, list or map; who takes more than there is room for is told so elsewhere. */
  private void node() {
    if (++nodes > most) {
      throw new Unsure();
    }
  }

  private static void deep(int depth) {
    if (depth > Limits.DEPTH) {
      throw new Unsure();
    }
  }

  // Blocks

  /** A map whose keys stand in a column; the first one is here. */
  private Tree map(int column, int depth) {
    deep(depth);
    node();
    Location start = here();
    List<Tree.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    do {
      if (isItem() || isMarker()) {
        throw new Unsure();
      }
      Tree.Scalar key = key(false);
      if (!seen.add(key.text())) {
        throw new Unsure();
      }
      entries.add(new Tree.Entry(key, value(column, depth + 1)));
    } while (isAt(column));
    return new Tree.Entries(entries, start, 1);
  }

  /** Whether what comes next stands in this column; what stands further in belongs nowhere. */
  private boolean isAt(int column) {
    if (!nextContent() || column() < column) {
      return false;
    }
    if (column() > column || isMarker()) {
      throw new Unsure();
    }
    return true;
  }

  /** What stands behind a key, here or below. */
  private Tree value(int column, int depth) {
    int before = at;
    skipSpaces();
    boolean below = at == end || chars[at] == '\n' || chars[at] == '#' && at > before;
    if (!below) {
      return inline(column, depth);
    }
    if (!nextContent() || column() < column || isMarker()) {
      throw new Unsure();
    }
    if (isItem()) {
      return list(column(), depth);
    }
    if (column() == column) {
      throw new Unsure();
    }
    return isKey() ? map(column(), depth) : inline(column, depth);
  }

  private Tree list(int column, int depth) {
    deep(depth);
    node();
    Location start = here();
    List<Tree> items = new ArrayList<>();
    do {
      at++;
      items.add(item(column, depth + 1));
    } while (isAt(column) && isItem());
    return new Tree.Items(items, start, 1);
  }

  private Tree item(int column, int depth) {
    skipSpaces();
    if (at == end || chars[at] == '\n' || chars[at] == '#' || isItem()) {
      throw new Unsure();
    }
    return isKey() ? map(column(), depth) : inline(column, depth);
  }

  /** A text, or a list or map in brackets, within a block that stands in a column. */
  private Tree inline(int column, int depth) {
    char c = peek();
    if (c == '[' || c == '{') {
      Tree tree = c == '[' ? flowList(depth) : flowMap(depth);
      endLine();
      return tree;
    }
    if (c == '"' || c == '\'') {
      Tree tree = quoted();
      endLine();
      return tree;
    }
    return c == '>' || c == '|' ? block(column) : plain(column, false);
  }

  // Keys

  /** Whether a key and its colon stand here. */
  private boolean isKey() {
    char c = peek();
    int from = at;
    if (c == '"' || c == '\'') {
      from++;
      while (from < end && chars[from] != c && chars[from] != '\n') {
        from += chars[from] == '\\' && c == '"' ? 2 : 1;
      }
      from++;
      while (from < end && chars[from] == ' ') {
        from++;
      }
      // A quote within quotes is written twice, or the text goes on below: then it is no key.
      return from < end && chars[from] == ':';
    }
    if (c == '[' || c == '{') {
      return false;
    }
    for (; from < end && chars[from] != '\n'; from++) {
      if (chars[from] == ':' && (from + 1 == end || isBlank(chars[from + 1]))) {
        return true;
      }
      if (chars[from] == '#' && from > at && chars[from - 1] == ' ') {
        return false;
      }
    }
    return false;
  }

  /** A key, and goes beyond its colon. */
  private Tree.Scalar key(boolean flow) {
    int from = at;
    int first = line;
    char c = peek();
    Tree.Scalar key = c == '"' || c == '\'' ? quoted() : plainKey(flow);
    skipSpaces();
    boolean merges = key.plain() && key.text().equals("<<");
    if (peek() != ':' || !isBlank(peek(1)) || line > first || at - from > LONGEST_KEY || merges) {
      throw new Unsure();
    }
    at++;
    return key;
  }

  private Tree.Scalar plainKey(boolean flow) {
    node();
    begins();
    Location start = here();
    int from = at;
    int last = at;
    while (at < end && chars[at] != '\n') {
      char c = chars[at];
      if (c == ':' && isBlank(peek(1))) {
        return new Tree.Scalar(text.substring(from, last), start, last - from, true, null);
      }
      if (flow && (isFlowMark(c) || c == '?') || c == '#' && chars[at - 1] == ' ') {
        throw new Unsure();
      }
      at++;
      last = c == ' ' ? last : at;
    }
    throw new Unsure();
  }

  // Texts

  /** What begins here must be a text without quotes, beyond doubt. */
  private void begins() {
    if (NO_BEGINNING.indexOf(peek()) >= 0 || isItem()) {
      throw new Unsure();
    }
  }

  private static boolean isFlowMark(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  /** A text without quotes; it goes on below where it stands further in than its block. */
  private Tree plain(int column, boolean flow) {
    node();
    begins();
    int first = line;
    Location start = here();
    int from = at;
    int last = run(flow);
    StringBuilder folded = null;
    int lastLine = line;
    int lastLineStart = lineStart;
    while (at == end || chars[at] == '\n') {
      int feeds = 0;
      while (at < end && chars[at] == '\n') {
        nextLine();
        feeds++;
        skipSpaces();
      }
      if (at == end || isMarker() || !flow && column() <= column || peek() == '#') {
        break;
      }
      if (flow && isFlowMark(peek())) {
        break;
      }
      if (peek() == ':' && isBlank(peek(1))) {
        throw new Unsure();
      }
      if (folded == null) {
        folded = new StringBuilder().append(chars, from, last - from);
      }
      int more = at;
      if (feeds == 1) {
        folded.append(' ');
      } else {
        folded.append("\n".repeat(feeds - 1));
      }
      last = run(flow);
      folded.append(chars, more, last - more);
      lastLine = line;
      lastLineStart = lineStart;
    }
    String value = folded == null ? text.substring(from, last) : folded.toString();
    int length = lastLine == first ? last - from : source.lineEnd(from) - from;
    Tree.Suspect suspect = null;
    if (lastLine > first || isComment(last)) {
      suspect = source.suspect(from, last);
    }
    // What comes next is looked for from the end of the text on, with what it may not be.
    if (at > last) {
      at = last;
      line = lastLine;
      lineStart = lastLineStart;
    }
    if (!flow) {
      endLine();
    }
    return new Tree.Scalar(value, start, length, true, suspect);
  }

  private boolean isComment(int from) {
    int next = from;
    while (next < end && chars[next] == ' ') {
      next++;
    }
    return next < end && next > from && chars[next] == '#';
  }

  /** Goes over the text of a line, to its end or what ends the text; returns where it ends. */
  private int run(boolean flow) {
    int last = at;
    while (at < end && chars[at] != '\n') {
      char c = chars[at];
      if (c == ':' && (isBlank(peek(1)) || flow && isFlowMark(peek(1)))) {
        throw new Unsure();
      }
      if (flow && (isFlowMark(c) || c == '?') || c == '#' && chars[at - 1] == ' ') {
        if (c == '?') {
          throw new Unsure();
        }
        return last;
      }
      at++;
      last = c == ' ' ? last : at;
    }
    return last;
  }

  /** A text in quotes, on one line, with marks escaped at most. */
  private Tree.Scalar quoted() {
    node();
    char quote = peek();
    at++;
    Location start = here();
    int from = at;
    StringBuilder written = null;
    int copied = from;
    while (peek() != quote || quote == '\'' && peek(1) == quote) {
      if (peek() == '\n') {
        throw new Unsure();
      }
      boolean escape = peek() == '\\' && quote == '"';
      if (escape || peek() == quote) {
        if (escape && peek(1) != '"' && peek(1) != '\\') {
          throw new Unsure();
        }
        written = written == null ? new StringBuilder() : written;
        written.append(chars, copied, at - copied);
        at++;
        copied = at;
      }
      at++;
    }
    String value =
        written == null
            ? text.substring(from, at)
            : written.append(chars, copied, at - copied).toString();
    int length = at - from;
    at++;
    return new Tree.Scalar(value, start, length, false, null);
  }

  /** A text below {@code >} or {@code |} without anything that YAML has further rules for. */
  private Tree block(int column) {
    node();
    boolean folds = peek() == '>';
    at++;
    boolean strips = peek() == '-';
    at += strips ? 1 : 0;
    if (peek() != '\n' || at == end) {
      throw new Unsure();
    }
    nextLine();
    skipSpaces();
    int indent = column();
    if (indent <= column || peek() == '\n') {
      throw new Unsure();
    }
    Location start = here();
    int length = source.lineEnd(at) - at;
    StringBuilder out = new StringBuilder();
    boolean more = true;
    while (more) {
      if (peek() == ' ') {
        throw new Unsure();
      }
      int from = at;
      skipComment();
      out.append(chars, from, at - from);
      if (at == end) {
        throw new Unsure();
      }
      nextLine();
      int next = at;
      while (next < end && next - at < indent && chars[next] == ' ') {
        next++;
      }
      more = next - at == indent && next < end && chars[next] != '\n';
      if (more) {
        out.append(folds ? ' ' : '\n');
        at = next;
      } else if (next < end && chars[next] == '\n') {
        endBlock(next, indent);
      }
    }
    out.append(strips ? "" : "\n");
    return new Tree.Scalar(out.toString(), start, length, false, null);
  }

  /** An empty line ends a text only where the text does not go on below it. */
  private void endBlock(int from, int indent) {
    int start = from + 1;
    for (int next = start; next < end; next++) {
      if (chars[next] == '\n') {
        if (next - start > indent) {
          throw new Unsure();
        }
        start = next + 1;
      } else if (chars[next] != ' ') {
        if (next - start >= indent) {
          throw new Unsure();
        }
        return;
      }
    }
  }

  // Brackets

  private Tree flowList(int depth) {
    deep(depth);
    node();
    Location start = here();
    at++;
    List<Tree> items = new ArrayList<>();
    flowContent();
    while (peek() != ']') {
      items.add(flow(depth + 1));
      separate(']');
    }
    at++;
    return new Tree.Items(items, start, 1);
  }

  private Tree flowMap(int depth) {
    deep(depth);
    node();
    Location start = here();
    at++;
    List<Tree.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    flowContent();
    while (peek() != '}') {
      Tree.Scalar key = key(true);
      if (!seen.add(key.text())) {
        throw new Unsure();
      }
      flowContent();
      entries.add(new Tree.Entry(key, flow(depth + 1)));
      separate('}');
    }
    at++;
    return new Tree.Entries(entries, start, 1);
  }

  private Tree flow(int depth) {
    char c = peek();
    if (c == '[') {
      return flowList(depth);
    }
    if (c == '{') {
      return flowMap(depth);
    }
    return c == '"' || c == '\'' ? quoted() : plain(0, true);
  }

  private void flowContent() {
    if (!nextContent() || isMarker()) {
      throw new Unsure();
    }
  }

  /** A comma and what follows it, or the bracket that closes. */
  private void separate(char closing) {
    int before = at;
    flowContent();
    // A comment begins behind a space only.
    if (before < end && chars[before] == '#') {
      throw new Unsure();
    }
    if (peek() == closing) {
      return;
    }
    if (peek() != ',') {
      throw new Unsure();
    }
    at++;
    if (peek() == '#') {
      throw new Unsure();
    }
    flowContent();
    if (peek() == closing) {
      throw new Unsure();
    }
  }
}
