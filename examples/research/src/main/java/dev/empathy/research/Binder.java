package dev.empathy.research;

import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks the names of readings up in a rubric. What the experiment says a rubric may lack reads as
 * never there; any other name that the rubric lacks is a fault.
 */
final class Binder {

  /** What a name can be of. */
  enum Kind {
    CUE,
    RULE,
    EMOTION,
    FAMILY,
    DIMENSION,
    SIGNAL,
    ROUTE
  }

  private final Rubric rubric;
  private final Set<String> mayLack;
  private final Faults faults;
  private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
  private Set<String> lacks = new LinkedHashSet<>();

  /**
   * @param signals the names of the signals that an engine measures
   */
  Binder(Rubric rubric, Set<String> signals, Set<String> mayLack, Faults faults) {
    this.rubric = rubric;
    this.mayLack = mayLack;
    this.faults = faults;
    names.put(Kind.CUE, rubric.cues().keySet());
    names.put(Kind.RULE, rubric.rules().keySet());
    names.put(Kind.EMOTION, emotions());
    names.put(Kind.FAMILY, families());
    names.put(Kind.DIMENSION, rubric.dimensions().keySet());
    names.put(Kind.SIGNAL, signals);
    names.put(Kind.ROUTE, rubric.routes().keySet());
  }

  private Set<String> emotions() {
    Set<String> emotions = new LinkedHashSet<>(rubric.emotions().keySet());
    for (Cue cue : rubric.cues().values()) {
      if (cue.emotion() != null) {
        emotions.add(cue.emotion().value());
      }
    }
    return emotions;
  }

  private Set<String> families() {
    Set<String> families = new LinkedHashSet<>();
    rubric.emotions().values().forEach(emotion -> families.addAll(emotion.families()));
    return families;
  }

  /** Those of the names that the rubric has. */
  List<Named> known(Kind kind, List<Named> asked) {
    List<Named> known = new ArrayList<>();
    for (Named name : asked) {
      if (has(kind, name.id())) {
        known.add(name);
      } else {
        lacking(kind, name);
      }
    }
    return List.copyOf(known);
  }

  private boolean has(Kind kind, String name) {
    return names.getOrDefault(kind, Set.of()).contains(name);
  }

  private void lacking(Kind kind, Named name) {
    if (mayLack.contains(name.id())) {
      lacks.add(Words.of(kind) + " " + name.id());
      return;
    }
    faults.add(
        Code.UNKNOWN_NAME,
        name.at(),
        "",
        "the rubric " + rubric.id() + " has no " + Words.of(kind) + " named " + name.id(),
        hint(kind, name.id()));
  }

  private @Nullable String hint(Kind kind, String name) {
    Set<String> possible = new LinkedHashSet<>(names.getOrDefault(kind, Set.of()));
    possible.addAll(mayLack);
    String meant = Issue.didYouMean(name, possible, "");
    if (meant != null) {
      return meant;
    }
    for (Kind other : Kind.values()) {
      if (has(other, name)) {
        return "there is a " + Words.of(other) + " of that name";
      }
    }
    return "if rubrics may lack it, add it to may-lack";
  }

  /** The emotions of a family. */
  List<Named> family(Named family) {
    if (known(Kind.FAMILY, List.of(family)).isEmpty()) {
      return List.of();
    }
    List<Named> emotions = new ArrayList<>();
    rubric
        .emotions()
        .forEach(
            (emotion, its) -> {
              if (its.families().contains(family.id())) {
                emotions.add(new Named(emotion, family.at()));
              }
            });
    return List.copyOf(emotions);
  }

  /** What the rubric lacks of what was asked for since this was called last. */
  Set<String> takeLacks() {
    Set<String> taken = lacks;
    lacks = new LinkedHashSet<>();
    return taken;
  }
}
