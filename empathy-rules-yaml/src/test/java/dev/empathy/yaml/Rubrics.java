package dev.empathy.yaml;

import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** What the tests read: texts and resources, with a small library of their own. */
final class Rubrics {

  static final Library LIBRARY =
      new Library("/dev/empathy/yaml/library/", List.of("base"), List.of("en"));

  static final Loader LOADER = new Loader(LIBRARY);

  static final String HEAD = "empathy: 1\nrubric: mine\nversion: 1.10\nlocale: en\n";

  private Rubrics() {}

  static Loaded load(String text) {
    try {
      return LOADER.reader(new StringReader(text), "mine.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rubric read(String body) {
    return load(HEAD + body).orThrow();
  }

  static Path resource(String name) {
    try {
      return Path.of(Rubrics.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
