package dev.empathy.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An assessment as JSON.
 *
 * @param number its line, from 1
 * @param json the line
 * @param node the same, read
 */
record Stored(long number, String json, JsonNode node) {

  /** Whether it is the line of a conversation, whose turns stand on the lines before. */
  boolean isConversation() {
    return node.has("conversation");
  }

  /** The assessment itself. */
  JsonNode body() {
    return isConversation() ? node.path("assessment") : node;
  }

  /** What it is about, for people. */
  String name() {
    if (isConversation()) {
      return "conversation " + node.get("conversation").asText();
    }
    return node.has("id") ? node.get("id").asText() : "line " + number;
  }

  /** Whether both are about the same message or conversation. */
  boolean isAbout(Stored other) {
    return node.path("conversation").equals(other.node.path("conversation"))
        && node.path("id").equals(other.node.path("id"))
        && node.path("message").equals(other.node.path("message"))
        && node.path("role").equals(other.node.path("role"));
  }
}
