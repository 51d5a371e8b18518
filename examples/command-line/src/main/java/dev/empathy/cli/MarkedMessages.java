package dev.empathy.cli;

import dev.empathy.Evidence;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation, with the words underlined that are spoken of. */
final class MarkedMessages {

  private final Subject subject;
  private final List<MarkedText> texts = new ArrayList<>();

  MarkedMessages(Subject subject) {
    this.subject = subject;
    subject.messages().forEach(message -> texts.add(new MarkedText(message.text())));
  }

  void mark(int message, @Nullable Span span, int number, Mark mark) {
    if (message >= 0 && message < texts.size()) {
      texts.get(message).mark(span, number, mark);
    }
  }

  /** Underlines what is there; what is missing stands nowhere. */
  void mark(List<Evidence> because, int number, Mark mark) {
    for (Evidence one : because) {
      if (one.role() != Evidence.Part.MISSING && one.message() != null) {
        mark(one.message(), one.span(), number, mark);
      }
    }
  }

  /** Prints the turn that was assessed, what it answers, and what else is spoken of. */
  void print(Page page) {
    int first = subject.verbose() ? 0 : beforeLastTurn();
    int leftOut = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (i < first && !texts.get(i).isMarked()) {
        leftOut++;
        continue;
      }
      leftOut(page, leftOut);
      leftOut = 0;
      page.heading(subject.who(i));
      texts.get(i).print(page, subject.verbose());
    }
  }

  private static void leftOut(Page page, int messages) {
    if (messages > 0) {
      page.blank();
      page.paragraph("", new Painted().faint("… (" + Figures.plural(messages, "message") + ")"));
    }
  }

  /** Where the turn begins that the last turn answers. */
  private int beforeLastTurn() {
    List<Message> messages = subject.messages();
    int last = turn(messages, messages.size() - 1);
    return last == 0 ? 0 : turn(messages, last - 1);
  }

  private static int turn(List<Message> messages, int last) {
    int first = last;
    while (first > 0 && isCustomers(messages, first - 1) == isCustomers(messages, last)) {
      first--;
    }
    return Math.max(0, first);
  }

  private static boolean isCustomers(List<Message> messages, int index) {
    return messages.get(index).role() == Role.CUSTOMER;
  }
}
