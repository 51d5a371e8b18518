package dev.empathy.yaml;

import java.nio.charset.StandardCharsets;

/** Bytes as text. Private-use characters stand for what no UTF-8 can bring: lone surrogates. */
final class FuzzedText {

  private FuzzedText() {}

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .replace('\uE000', '\uD83D')
        .replace('\uE001', '\uDE21');
  }
}
