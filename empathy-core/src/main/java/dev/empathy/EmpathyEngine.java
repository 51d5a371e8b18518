package dev.empathy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.util.List;

/** stub for signatures. */
public final class EmpathyEngine {
  private final Rubric rubric;
  private final List<Issue> issues;

  EmpathyEngine(Rubric r, List<Issue> i) {
    rubric = r;
    issues = i;
  }

  public static EmpathyEngine compile(Rubric rubric) throws RubricException {
    return compile(rubric, SelfTest.STRICT);
  }

  public static EmpathyEngine compile(Rubric rubric, SelfTest selfTest) throws RubricException {
    throw new RubricException(List.of());
  }

  public static List<Issue> check(Rubric rubric, SelfTest selfTest) {
    return List.of();
  }

  public Assessment assess(String text) {
    throw new IllegalStateException();
  }

  public Assessment assess(Message message) {
    throw new IllegalStateException();
  }

  public Assessment assessReply(Conversation conversation) {
    throw new IllegalStateException();
  }

  public ConversationAssessment assess(Conversation conversation) {
    throw new IllegalStateException();
  }

  public Rubric rubric() {
    return rubric;
  }

  public List<Issue> issues() {
    return issues;
  }
}
