package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.Hits;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.Samples;
import dev.empathy.internal.match.Samples.Sample;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps of the sentences of a phrase those that the engine finds as that phrase. */
final class SampleCheck {

  /** Twenty sentences show what a phrase means, and fit on a screen. */
  private static final int SAMPLES = 20;

  private final Program program;

  SampleCheck(Program program) {
    this.program = program;
  }

  /**
   * The first sentences that are accepted.
   *
   * @param samples all sentences, or null for none
   * @param tries how many are looked at
   */
  static List<String> accepted(@Nullable Samples samples, Predicate<Sample> accepts, int tries) {
    Set<String> tried = new HashSet<>();
    List<String> accepted = new ArrayList<>();
    int refused = 0;
    for (int number = 0; samples != null && number < tries && accepted.size() < SAMPLES; number++) {
      Sample sample = samples.sample(number, true);
      boolean known = sample != null && accepted.contains(sample.text());
      if (!known && !offer(sample, accepts, tried, accepted) && refused < SAMPLES) {
        // At the start of a sentence another phrase may come first: then not there.
        refused += offer(samples.sample(number, false), accepts, tried, accepted) ? 0 : 1;
      }
    }
    return accepted;
  }

  private static boolean offer(
      @Nullable Sample sample,
      Predicate<Sample> accepts,
      Set<String> tried,
      List<String> accepted) {
    return sample != null
        && tried.add(sample.text())
        && accepts.test(sample)
        && accepted.add(sample.text());
  }

  /** Whether of all phrases of its group this one matches, and all of the sample but its lead. */
  boolean isMatch(Matcher matcher, Sample sample, int phrase) {
    Tokens tokens = matcher.scanner().scan(sample.text(), false);
    if (matcher.usesNames()) {
      CustomerName.mark(tokens, null, program);
    }
    Hits hits = matcher.match(tokens);
    int group = -1;
    for (int hit = 0; hit < hits.size(); hit++) {
      boolean whole = hits.start(hit) == sample.lead() && hits.end(hit) == tokens.size();
      if (hits.phrase(hit) == phrase && whole) {
        group = hits.group(hit);
      }
    }
    int found = 0;
    for (int hit = 0; hit < hits.size(); hit++) {
      found += hits.group(hit) == group ? 1 : 0;
    }
    return found == 1;
  }

  /** Whether the cue has one hit, which nothing suppresses. */
  boolean isHit(CompiledCue cue, Sample sample) {
    Message message =
        cue.cue().who() == Side.CUSTOMER
            ? Message.customer(sample.text())
            : Message.agent(sample.text());
    List<CueHit> hits =
        Analyzer.analyze(program, 0, message, false, null, Map.of()).hits(cue.index());
    return hits.size() == 1 && hits.get(0).alignment() != null;
  }
}
