package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes sentences of a phrase, each known by its number and always the same. Number 0 takes the
 * first of all alternatives and leaves out what can be left out; the others spread over what the
 * phrase allows: entries of its lists, optional parts, gaps of all sizes.
 *
 * <p>Whether the phrase finds a sentence is for others to say: another phrase may come first, or
 * words may mean something else where they meet.
 *
 * <p>One sentence costs one way through the phrase's tree, and is not written on where it grows too
 * long.
 */
public final class Samples {

  /**
   * A sentence.
   *
   * @param text what is written
   * @param lead how many tokens come before the phrase's own
   */
  public record Sample(String text, int lead) {}

  /** Beyond this many UTF-16 units a sentence shows nothing to anyone. */
  private static final int LONGEST = 1000;

  /** So many words of one beginning show what it means. */
  private static final int MOST_OF_BEGINNING = 3;

  private static final int MOST_WAYS = 1_000_000;

  /**
   * How far each choice moves on from one sentence to the next, as a share of its options: square
   * roots of primes, so that no two choices move in step and each visits all of its options evenly.
   */
  private static final double[] STEPS = {
    (Math.sqrt(5) - 1) / 2,
    Math.sqrt(2) - 1,
    Math.sqrt(3) - 1,
    Math.sqrt(7) - 2,
    Math.sqrt(11) - 3,
    Math.sqrt(13) - 3,
    Math.sqrt(23) - 4,
    Math.sqrt(31) - 5,
    Math.sqrt(43) - 6
  };

  private static final String NAME = "Ana";

  private final Node phrase;
  private final List<String> fillers;
  private final NavigableSet<String> words;
  private final Forms forms;
  private final Map<Node, Integer> ways = new IdentityHashMap<>();
  private final Map<Spec, List<String>> written;

  private int number;
  private int choice;
  private final StringBuilder out = new StringBuilder();
  private int pieces;
  private boolean lead;
  private boolean afterName;

  /**
   * @param fillers words that mean nothing, at least one
   * @param words words to look for beginnings in
   * @param forms what is known of the forms of words
   * @param written what each place may be written as, filled on the way and shared by phrases
   */
  Samples(
      Node phrase,
      List<String> fillers,
      NavigableSet<String> words,
      Forms forms,
      Map<Spec, List<String>> written) {
    this.phrase = phrase;
    this.fillers = fillers;
    this.words = words;
    this.forms = forms;
    this.written = written;
  }

  /**
   * A sentence, or null where it would be too long.
   *
   * @param number its number, from 0
   * @param begins whether it begins with the phrase's own words; else with another word, as it does
   *     anyway where a name comes first
   */
  public @Nullable Sample sample(int number, boolean begins) {
    this.number = number;
    choice = 0;
    out.setLength(0);
    pieces = 0;
    lead = !begins;
    afterName = false;
    if (lead) {
      out.append(filler());
    }
    write(phrase);
    return out.length() > LONGEST ? null : new Sample(out.toString(), lead ? 1 : 0);
  }

  private void write(Node node) {
    if (out.length() > LONGEST) {
      return;
    }
    if (node instanceof Node.Seq seq) {
      seq.items().forEach(this::write);
    } else if (node instanceof Node.Gap gap) {
      for (int left = pick(gap.most() + 1); left > 0; left--) {
        add(filler());
      }
    } else if (node instanceof Node.Opt opt) {
      boolean rare = opt.item() instanceof Node.Skip;
      if (rare ? pick(4) == 3 : pick(2) == 1) {
        write(opt.item());
      }
    } else if (node instanceof Node.Skip skip) {
      List<String> words = written(skip.spec());
      add(words.get(pick(words.size())));
    } else if (node instanceof Node.Opening opening) {
      write(opening.item());
    } else {
      write(node, pick(ways(node)));
    }
  }

  /** One of the ways to write a node, by its number. */
  private void write(Node node, int way) {
    if (node instanceof Node.Tok tok) {
      add(written(tok.spec()).get(way));
    } else if (node instanceof Node.Capture capture) {
      write(capture.item(), way);
    } else if (node instanceof Node.Alt alt) {
      int left = way;
      for (Node one : alt.choices()) {
        if (left < ways(one)) {
          write(one, left);
          return;
        }
        left -= ways(one);
      }
    } else {
      write(node);
    }
  }

  /** How many ways to write a node are told apart at once; the parts of a sequence are not. */
  private int ways(Node node) {
    Integer known = ways.get(node);
    if (known == null) {
      known = countWays(node);
      ways.put(node, known);
    }
    return known;
  }

  private int countWays(Node node) {
    if (node instanceof Node.Tok tok) {
      return written(tok.spec()).size();
    }
    if (node instanceof Node.Capture capture) {
      return ways(capture.item());
    }
    if (node instanceof Node.Alt alt) {
      long sum = alt.choices().stream().mapToLong(this::ways).sum();
      return (int) Math.min(MOST_WAYS, sum);
    }
    return 1;
  }

  private int pick(int options) {
    double step = STEPS[choice % STEPS.length] * (1 + choice / STEPS.length);
    choice++;
    double share = number * step;
    return (int) (options * (share - Math.floor(share)));
  }

  /** Neighbours in the list are apart in a sentence, and sentences differ. */
  private String filler() {
    return fillers.get((int) ((number * 7L + pieces * 11L) % fillers.size()));
  }

  private List<String> written(Spec spec) {
    return written.computeIfAbsent(spec, this::writeOut);
  }

  private List<String> writeOut(Spec spec) {
    if (spec.any()) {
      return fillers;
    }
    List<String> all = new ArrayList<>();
    spec.forms().stream().sorted().map(Samples::asWritten).forEach(all::add);
    for (String prefix : spec.prefixes()) {
      List<String> known =
          words.tailSet(prefix, true).stream()
              .limit(MOST_OF_BEGINNING)
              .takeWhile(word -> word.startsWith(prefix))
              .toList();
      all.addAll(known.isEmpty() ? List.of(forms.begun(prefix)) : known);
    }
    spec.kinds().forEach(kind -> all.addAll(examples(kind)));
    return List.copyOf(all);
  }

  /** What the scanner folds into this form. */
  private static String asWritten(String form) {
    for (TokenKind kind : TokenKind.values()) {
      if (form.equals("<" + kind.name().toLowerCase(Locale.ROOT) + ">")) {
        return examples(kind).get(0);
      }
    }
    return form.equals("@") ? "@team" : form;
  }

  private static List<String> examples(TokenKind kind) {
    return switch (kind) {
      case WORD -> List.of("word");
      case NUMBER -> List.of("12", "3");
      case MONEY -> List.of("$5", "12€");
      case URL -> List.of("example.com/help");
      case EMAIL -> List.of("help@example.com");
      case MENTION -> List.of("@team");
      case EMOJI -> List.of("🙂", "😡", "🎉");
      case REDACTED -> List.of("[NAME]");
      case PLACEHOLDER -> List.of("{name}");
      case QUESTION_MARK -> List.of("?");
      case NAME -> List.of(NAME);
    };
  }

  /** A name is set off by commas, so that it is known for one; a question mark and 's stick. */
  private void add(String piece) {
    boolean name = piece.equals(NAME);
    if (name && out.length() == 0) {
      out.append(filler());
      lead = true;
    }
    boolean sticks = piece.equals("?") || piece.startsWith("'");
    if (out.length() > 0 && !sticks) {
      out.append(name || afterName ? ", " : " ");
    }
    out.append(piece);
    afterName = name;
    pieces++;
  }
}
