package dev.empathy.research;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One row of a data file. Its {@code toString} never shows a text.
 *
 * @param fields what stands in it
 * @param file the file, relative to the folder of data
 * @param line the line that it begins on, from 1
 */
record Item(JsonNode fields, String file, long line) {

  /** A field's value, or null where it is absent; dots lead into maps. */
  @Nullable JsonNode get(Named field) {
    JsonNode whole = fields.get(field.id());
    JsonNode value = whole == null ? into(field.id()) : whole;
    return value == null || value.isNull() || value.isMissingNode() ? null : value;
  }

  private @Nullable JsonNode into(String path) {
    JsonNode node = fields;
    int from = 0;
    while (node != null && from <= path.length()) {
      int dot = path.indexOf('.', from);
      int end = dot < 0 ? path.length() : dot;
      node = node.get(path.substring(from, end));
      from = end + 1;
    }
    return node;
  }

  /**
   * A field's value as a text, or null where it is absent.
   *
   * @throws DataFault if it is a list or a map
   */
  @Nullable String text(Named field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isValueNode()) {
      String what = value.isArray() ? "a list" : "a map";
      String hint = value.isArray() ? "a list is asked with has" : "name a field within it";
      throw new DataFault(field, place() + ": the field " + field.id() + " is " + what, hint);
    }
    return value.asText();
  }

  /**
   * A field's value as a number, or NaN where it is absent.
   *
   * @throws DataFault if it is none
   */
  double number(Named field) {
    String text = text(field);
    if (text == null) {
      return Double.NaN;
    }
    Double number = Form.parse(text);
    if (number == null) {
      throw new DataFault(field, place() + ": the field " + field.id() + " is no number", null);
    }
    return number;
  }

  String place() {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return "Item[" + place() + "]";
  }
}
