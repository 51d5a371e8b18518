package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.Tokens;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.CueDetector.Span;
import dev.empathy.spi.CueDetector.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A detector that the caller passed in. Nothing that it says is taken on trust.
 *
 * @param name what the rubric calls it
 * @param detector the caller's code
 */
record RegisteredDetector(String name, CueDetector detector) implements SpanFinder {

  /** The first goes first, and of those that begin together the longest. */
  private static final Comparator<int[]> ORDER =
      Comparator.<int[]>comparingInt(span -> span[0]).thenComparingInt(span -> -span[1]);

  @Override
  public List<int[]> find(Tokens tokens, Matcher matcher, Role role) throws ExtensionFault {
    String text = OwnWords.of(tokens);
    // Copied within the guard: a list may be the caller's code, too.
    List<@Nullable Span> found =
        ExtensionFault.guard(
            "the detector " + name,
            () -> {
              List<Span> spans = detector.find(text, writer(role));
              return spans == null ? null : new ArrayList<>(spans);
            });
    if (found == null) {
      throw fault("it returned null");
    }
    List<int[]> spans = new ArrayList<>(found.size());
    for (Span span : found) {
      spans.add(checked(span, text));
    }
    spans.sort(ORDER);
    return withoutOverlap(spans);
  }

  private int[] checked(@Nullable Span span, String text) throws ExtensionFault {
    if (span == null) {
      throw fault("a span is null");
    }
    if (span.start() < 0 || span.end() > text.length()) {
      throw fault("a span lies outside the text");
    }
    if (span.start() >= span.end()) {
      throw fault("a span is empty");
    }
    if (splits(text, span.start()) || splits(text, span.end())) {
      throw fault("a span splits a surrogate pair");
    }
    return new int[] {span.start(), span.end()};
  }

  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static List<int[]> withoutOverlap(List<int[]> sorted) {
    List<int[]> spans = new ArrayList<>(sorted.size());
    int taken = 0;
    for (int[] span : sorted) {
      if (span[0] >= taken) {
        spans.add(span);
        taken = span[1];
      }
    }
    return spans;
  }

  private ExtensionFault fault(String how) {
    return new ExtensionFault("the detector " + name + " failed: " + how);
  }

  private static Writer writer(Role role) {
    return switch (role) {
      case CUSTOMER -> Writer.CUSTOMER;
      case AGENT -> Writer.AGENT;
      case BOT -> Writer.BOT;
      case SUPERVISOR -> Writer.SUPERVISOR;
      case SYSTEM -> throw new IllegalArgumentException("a system note is not assessed");
    };
  }
}
