package dev.empathy.chatbot.web;

import dev.empathy.rubric.Issue;
import java.util.List;

/** A request that is not answered as asked. Its message never holds a message's text. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Issue> issues;

  RefusedException(int status, String message) {
    this(status, message, List.of());
  }

  RefusedException(int status, String message, List<Issue> issues) {
    super(message, null, false, false);
    this.status = status;
    this.issues = List.copyOf(issues);
  }

  int status() {
    return status;
  }

  List<Issue> issues() {
    return issues;
  }
}
