package dev.empathy.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON: the same bytes for the same value. */
final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText text = new JsonText();
    text.value(value, "\n");
    return text.out.append('\n').toString();
  }

  private void value(Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      map(map, newLine);
    } else if (value instanceof List<?> list) {
      list(list, newLine);
    } else if (value instanceof String string) {
      string(string);
    } else if (value instanceof BigDecimal number) {
      out.append(number.stripTrailingZeros().toPlainString());
    } else {
      out.append(value);
    }
  }

  private void map(Map<?, ?> map, String newLine) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator).append(newLine).append("  ");
      string((String) entry.getKey());
      out.append(": ");
      value(entry.getValue(), newLine + "  ");
      separator = ",";
    }
    out.append(map.isEmpty() ? "{" : newLine).append('}');
  }

  /** A list of scalars stands on one line. */
  private void list(List<?> list, String newLine) {
    boolean deep = list.stream().anyMatch(Map.class::isInstance);
    String separator = "[";
    for (Object item : list) {
      out.append(separator).append(deep ? newLine + "  " : "");
      value(item, newLine + "  ");
      separator = deep ? "," : ", ";
    }
    out.append(list.isEmpty() ? "[" : deep ? newLine : "").append(']');
  }

  private void string(String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c < ' ') {
        throw new IllegalArgumentException("a control character: " + (int) c);
      }
      out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    out.append('"');
  }
}
