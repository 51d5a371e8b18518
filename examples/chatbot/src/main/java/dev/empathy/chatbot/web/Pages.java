package dev.empathy.chatbot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of the page. These and no others: what a client asks for never becomes a path. */
final class Pages {

  /** A file as it is sent. */
  record Page(String type, byte[] bytes) {}

  private static final Map<String, Page> PAGES =
      Map.of(
          "/", page("index.html", "text/html;charset=utf-8"),
          "/page.css", page("page.css", "text/css;charset=utf-8"),
          "/page.js", page("page.js", "text/javascript;charset=utf-8"),
          "/starter.yaml", page("starter.yaml", "text/plain;charset=utf-8"),
          "/icon.svg", page("icon.svg", "image/svg+xml"));

  private Pages() {}

  static @Nullable Page at(String path) {
    return PAGES.get(path);
  }

  private static Page page(String name, String type) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return new Page(type, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
