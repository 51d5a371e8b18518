package dev.empathy.chatbot;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import dev.empathy.SuggestedResponse;
import dev.empathy.chatbot.Sentences.Sentence;
import dev.empathy.rubric.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mends a draft without a model: leaves out what is at fault, or writes what the rubric says
 * instead of it, and begins with the rubric's own acknowledgement. It invents nothing: what it adds
 * the rubric says, and where that is not enough the template speaks alone. A person should read it
 * before it is sent, as a sentence that is left out may have held a fact.
 */
public final class DraftRepair {

  /**
   * A mended draft. Its {@code toString} never shows the text.
   *
   * @param text what could be sent
   * @param assessment what the rubric says of it
   * @param kind what was done to it
   */
  public record Repaired(String text, Assessment assessment, Kind kind) {
    @Override
    public String toString() {
      return "Repaired[" + kind + "]";
    }
  }

  /** What was done to a draft. */
  public enum Kind {
    /** Nothing: it passes as it is. */
    UNCHANGED,
    /** Sentences were left out or added. */
    MENDED,
    /** The template speaks in its place. */
    TEMPLATE
  }

  private DraftRepair() {}

  /**
   * Mends a draft.
   *
   * @param engine the rubric
   * @param templates what speaks where the draft cannot be mended
   * @param soFar the conversation before the draft
   * @param draft the draft; may be empty
   */
  public static Repaired of(
      EmpathyEngine engine, TemplateBot templates, Conversation soFar, Message draft) {
    Assessment first = engine.assessReply(soFar.and(draft));
    if (first.passed() && !draft.text().isBlank()) {
      return new Repaired(draft.text(), first, Kind.UNCHANGED);
    }
    // The one that keeps most goes first. A draft of which nothing is left is none.
    String kept = withoutFaults(draft.text(), first);
    Repaired mended = kept.isEmpty() ? null : mended(engine, soFar, draft.role(), kept);
    if (mended == null && !kept.isEmpty()) {
      mended = mended(engine, soFar, draft.role(), opening(engine, soFar) + " " + kept);
    }
    if (mended != null) {
      return mended;
    }
    String template =
        draft.role() == Role.BOT
            ? templates.reply(engine, soFar).text()
            : templates.forAgents(engine, soFar);
    Message spoken = Message.of(draft.role(), template);
    return new Repaired(template, engine.assessReply(soFar.and(spoken)), Kind.TEMPLATE);
  }

  /** The text, if it passes. */
  private static @Nullable Repaired mended(
      EmpathyEngine engine, Conversation soFar, Role role, String text) {
    Assessment assessment = engine.assessReply(soFar.and(Message.of(role, text)));
    return assessment.passed() ? new Repaired(text, assessment, Kind.MENDED) : null;
  }

  private static String withoutFaults(String draft, Assessment assessment) {
    List<Span> faults = faults(assessment);
    return Sentences.of(draft).stream()
        .map(sentence -> mended(draft, sentence, faults, assessment))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The words that grave findings are about, and every other place with the same fault. */
  private static List<Span> faults(Assessment assessment) {
    Set<Span> faults = new LinkedHashSet<>();
    for (Finding finding : assessment.issues()) {
      if (finding.severity() == Severity.SUGGESTION || finding.span() == null) {
        continue;
      }
      for (Evidence evidence : finding.because()) {
        if (isAboutWords(evidence, finding)) {
          faults.add(finding.span());
          assessment.hits(String.valueOf(evidence.cue())).stream()
              .map(Hit::span)
              .filter(Objects::nonNull)
              .forEach(faults::add);
        }
      }
    }
    return List.copyOf(faults);
  }

  /** Whether it is found in the draft; what is missing is missing from the whole of it. */
  private static boolean isAboutWords(Evidence evidence, Finding finding) {
    return evidence.role() != Evidence.Part.MISSING
        && evidence.span() != null
        && Integer.valueOf(finding.message()).equals(evidence.message());
  }

  /** A sentence without what is at fault, or nothing where that leaves no sentence. */
  private static String mended(
      String draft, Sentence sentence, List<Span> faults, Assessment assessment) {
    StringBuilder text = new StringBuilder();
    int done = sentence.start();
    for (Span fault : inOrder(faults, sentence)) {
      String instead = instead(assessment, fault);
      boolean opens = fault.start() == sentence.start() && opensWith(draft, fault);
      if (fault.start() < done || instead == null && !opens) {
        return "";
      }
      text.append(draft, done, fault.start());
      text.append(opens || instead == null ? "" : instead);
      done = opens ? fault.end() + 1 : fault.end();
    }
    return capitalised(text.append(draft, done, sentence.end()).toString().strip());
  }

  private static List<Span> inOrder(List<Span> faults, Sentence sentence) {
    return faults.stream()
        .filter(fault -> sentence.shares(fault.start(), fault.end()))
        .distinct()
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** What the rubric says to write instead of these words. */
  private static @Nullable String instead(Assessment assessment, Span fault) {
    return assessment.hits().stream()
        .filter(hit -> fault.equals(hit.span()) && hit.instead() != null)
        .map(Hit::instead)
        .findFirst()
        .orElse(null);
  }

  /** Whether it stands before the comma with which the sentence goes on, as in "As stated, it". */
  private static boolean opensWith(String draft, Span fault) {
    return fault.end() < draft.length() && draft.charAt(fault.end()) == ',';
  }

  private static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? ""
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The rubric's response without the question at its end: the draft goes on from there. */
  private static String opening(EmpathyEngine engine, Conversation soFar) {
    List<Message> messages = soFar.messages();
    if (messages.isEmpty() || messages.get(messages.size() - 1).role() != Role.CUSTOMER) {
      return "";
    }
    List<SuggestedResponse> responses = engine.explainReply(soFar).responses();
    String response = responses.isEmpty() ? null : responses.get(0).text();
    return response == null ? "" : withoutQuestions(response);
  }

  private static String withoutQuestions(String response) {
    return Sentences.of(response).stream()
        .map(sentence -> sentence.in(response))
        .filter(sentence -> !sentence.endsWith("?"))
        .collect(Collectors.joining(" "));
  }
}
