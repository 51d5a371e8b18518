package dev.empathy.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.empathy.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a message stands, for those who point into files. */
sealed interface Origin {

  /** The file, as a URI; relative where it was named so. */
  String uri();

  /** A part of the message, or the line that it begins in where the part is not told. */
  Region region(@Nullable Span span);

  /**
   * A file that is the message.
   *
   * @param uri the file
   * @param text the message
   * @param lines where each line begins, in UTF-16 units
   */
  record File(String uri, String text, int[] lines) implements Origin {

    static File of(String uri, String text) {
      int[] lines = new int[8];
      int count = 1;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        lines = count == lines.length ? Arrays.copyOf(lines, 2 * count) : lines;
        lines[count++] = at + 1;
      }
      return new File(uri, text, Arrays.copyOf(lines, count));
    }

    @Override
    public Region region(@Nullable Span span) {
      if (span == null) {
        return Region.line(1);
      }
      int first = line(span.start());
      int last = line(Math.max(span.start(), span.end() - 1));
      return new Region(
          first + 1L,
          span.start() - lines[first] + 1,
          last + 1L,
          span.end() - lines[last] + 1,
          span.start(),
          span.end() - span.start());
    }

    /** The number of the line that this place is in, from 0. */
    private int line(int at) {
      int found = Arrays.binarySearch(lines, at);
      return found >= 0 ? found : -found - 2;
    }
  }

  /**
   * A text within a line of JSON.
   *
   * @param uri the file
   * @param number the line, from 1
   * @param json the line
   * @param key the text's key
   */
  record JsonLine(String uri, long number, byte[] json, String key) implements Origin {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The length of an escape of four digits. */
    private static final int UNICODE_ESCAPE = 6;

    @Override
    public Region region(@Nullable Span span) {
      if (span == null) {
        return Region.line(number);
      }
      String decoded = new String(json, StandardCharsets.UTF_8);
      String line = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
      int start = skip(line, quote(line) + 1, span.start());
      int end = skip(line, start, span.end() - span.start());
      return new Region(number, start + 1, number, end + 1, null, null);
    }

    /** Where the text's quotation mark stands. */
    private int quote(String line) {
      try (JsonParser parser = FACTORY.createParser(line)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean found = parser.currentName().equals(key);
          parser.nextToken();
          if (found) {
            return (int) parser.currentTokenLocation().getCharOffset();
          }
          parser.skipChildren();
        }
        throw new IllegalStateException("a line was read that has no " + key);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Where so many of a text's units end that begin here, each written plainly or escaped. */
    private static int skip(String line, int from, int units) {
      int at = from;
      for (int unit = 0; unit < units; unit++) {
        boolean escaped = line.charAt(at) == '\\';
        at += !escaped ? 1 : line.charAt(at + 1) == 'u' ? UNICODE_ESCAPE : 2;
      }
      return at;
    }
  }
}
