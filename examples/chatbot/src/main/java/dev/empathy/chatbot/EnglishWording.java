package dev.empathy.chatbot;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the bot says that no rubric holds, in plain English. Each of it passes the rubric. */
final class EnglishWording implements TemplateBot.Wording {

  /** From here on, of −1 to 1, one greets formally. */
  private static final double FORMAL = 0.3;

  /** In this order: a longer form goes before one that is part of it. */
  private static final Map<String, String> LONG_FORMS = longForms();

  private static Map<String, String> longForms() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("Let's", "Let us");
    forms.put("let's", "let us");
    forms.put("I'll", "I will");
    forms.put("I'm", "I am");
    forms.put("It's", "It is");
    forms.put("You're", "You are");
    forms.put("you're", "you are");
    forms.put("you'd", "you would");
    forms.put("They'll", "They will");
    forms.put("can't", "cannot");
    forms.put("don't", "do not");
    return forms;
  }

  @Override
  public String greeting(String name, double formality) {
    return (formality >= FORMAL ? "Hello " : "Hi ") + name + ".";
  }

  @Override
  public String askToTellMore() {
    return "Thank you for writing. I want to get this right for you. Could you tell me a little"
        + " more about what you need?";
  }

  @Override
  public String offerOfPerson() {
    return "If you'd rather talk to a person, just say so and I'll bring one in.";
  }

  @Override
  public String handOver(Desk desk) {
    return switch (desk.kind()) {
      case PERSON_NOW ->
          "Thank you for telling me. This matters more than anything else right now, and I'm"
              + " bringing in a person at once. Please stay here with me. If you are in danger, call"
              + " your local emergency number.";
      case STRONG_AGENT ->
          ("acknowledgment".equals(desk.strength())
                  ? "I'm so sorry you're going through this. Please take your time."
                  : "I can see how frustrating this must be.")
              + " I'm bringing in a colleague who has time for you now. They'll see what you wrote,"
              + " so you don't need to tell it again.";
      case ANY_AGENT, BOT ->
          "I can see why this is frustrating. I'm bringing in a colleague who can decide this now."
              + " They'll see what you wrote, so you don't need to tell it again.";
    };
  }

  @Override
  public String withoutShortForms(String text) {
    String formal = text;
    for (Map.Entry<String, String> form : LONG_FORMS.entrySet()) {
      formal = formal.replace(form.getKey(), form.getValue());
    }
    return formal;
  }
}
