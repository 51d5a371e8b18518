package dev.empathy.chatbot;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Role;
import dev.empathy.SuggestedResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bot without a language model: it answers with the rubric's own templates, filled from what was
 * found, calls the customer by name, matches how formally they write, and offers a person. It knows
 * nothing of orders and refunds; it listens until somebody comes who does.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param triage decides who answers
 * @param wording what it says beyond the rubric's templates
 */
public record TemplateBot(Triage triage, Wording wording) {

  /** The fact that holds the customer's name. */
  public static final String CUSTOMER_NAME = "customer-name";

  /** From here on, of −1 to 1, a message counts as formal; below its negative, as familiar. */
  private static final double FORMAL = 0.3;

  /** Longer names are none, or are not used to address somebody. */
  private static final int LONGEST_NAME = 40;

  /** Follows the built-in rubric's routes, in plain English. */
  public static final TemplateBot DEFAULT = new TemplateBot(Triage.DEFAULT, Wording.ENGLISH);

  public TemplateBot {
    Objects.requireNonNull(triage, "triage");
    Objects.requireNonNull(wording, "wording");
  }

  /**
   * What it answers. Its {@code toString} never shows the text.
   *
   * @param text what to send
   * @param desk who should answer from now on
   */
  public record Answer(String text, Desk desk) {
    @Override
    public String toString() {
      return "Answer[" + desk + "]";
    }
  }

  /**
   * Answers.
   *
   * @param engine the rubric
   * @param soFar the conversation, which ends with the customer's message
   */
  public Answer reply(EmpathyEngine engine, Conversation soFar) {
    Assessment last = last(engine, soFar);
    Desk desk = last == null ? Desk.BOT : triage.desk(last);
    if (desk.isPerson()) {
      return new Answer(handOver(engine, soFar, desk), desk);
    }
    String core = last == null ? wording.askToTellMore() : core(last);
    if (wasSaid(core, soFar)) {
      Desk anybody = new Desk(Desk.Kind.ANY_AGENT, null, "The bot would repeat itself.");
      return new Answer(handOver(engine, soFar, anybody), anybody);
    }
    return new Answer(dressed(core, wording.offerOfPerson(), last, soFar), desk);
  }

  /**
   * What an agent could answer: the rubric's response, without the offer of a person, as there is
   * one. Only where somebody may be in danger does it hand over.
   */
  String forAgents(EmpathyEngine engine, Conversation soFar) {
    Assessment last = last(engine, soFar);
    Desk desk = last == null ? Desk.BOT : triage.desk(last);
    if (desk.kind() == Desk.Kind.PERSON_NOW) {
      return handOver(engine, soFar, desk);
    }
    String core = last == null ? wording.askToTellMore() : core(last);
    return dressed(core, "", last, soFar);
  }

  /** Says that a person takes over. */
  public String handOver(EmpathyEngine engine, Conversation soFar, Desk desk) {
    Assessment last = last(engine, soFar);
    return dressed(wording.handOver(desk), "", last, soFar);
  }

  private static @Nullable Assessment last(EmpathyEngine engine, Conversation soFar) {
    return soFar.messages().isEmpty() ? null : engine.explainReply(soFar);
  }

  /** The first of the rubric's responses that could be filled. */
  private String core(Assessment last) {
    List<SuggestedResponse> offered = last.responses();
    String first = offered.isEmpty() ? null : offered.get(0).text();
    return last.role() != Role.CUSTOMER || first == null ? wording.askToTellMore() : first;
  }

  private static boolean wasSaid(String core, Conversation soFar) {
    return soFar.messages().stream()
        .anyMatch(message -> message.role() == Role.BOT && message.text().contains(core));
  }

  private String dressed(
      String text, String closing, @Nullable Assessment last, Conversation soFar) {
    boolean formal = formality(last) >= FORMAL;
    String greeting = isFirstReply(soFar) ? greeting(soFar, formality(last)) : "";
    String whole = greeting + text + (closing.isEmpty() ? "" : " " + closing);
    return formal ? wording.withoutShortForms(whole) : whole;
  }

  private static boolean isFirstReply(Conversation soFar) {
    return soFar.messages().stream()
        .allMatch(message -> message.role() == Role.CUSTOMER || message.role() == Role.SYSTEM);
  }

  private String greeting(Conversation soFar, double formality) {
    String name = soFar.facts().getOrDefault(CUSTOMER_NAME, "").strip();
    return isName(name) ? wording.greeting(name, formality) + " " : "";
  }

  /** A name was typed by somebody, too: what is no name is not repeated. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.codePoints().allMatch(TemplateBot::standsInNames);
  }

  private static boolean standsInNames(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || " -.'’".indexOf(c) >= 0;
  }

  private static double formality(@Nullable Assessment last) {
    Number formality = last == null ? null : last.signals().get("formality");
    return formality == null ? 0 : formality.doubleValue();
  }

  /** What a bot says that no rubric holds. */
  public interface Wording {

    /** Plain English. */
    Wording ENGLISH = new EnglishWording();

    /**
     * The first words to a customer.
     *
     * @param name the customer's name
     * @param formality how formally they write, −1 to 1
     */
    String greeting(String name, double formality);

    /** Asks for more, where the rubric has no response. */
    String askToTellMore();

    /** Offers a person. */
    String offerOfPerson();

    /** Says that a person takes over. */
    String handOver(Desk desk);

    /** The same in formal words. */
    String withoutShortForms(String text);
  }
}
