package dev.empathy.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rubrics and locale packs that come with the jar are found.
 *
 * @param folder the folder of the resources, beginning and ending with a slash
 * @param rubrics the names of the rubrics
 * @param locales the tags of the locale packs
 */
record Library(String folder, List<String> rubrics, List<String> locales) {

  static final String PREFIX = "builtin:";

  /** The library of this jar: the rubric that serves as it is, then what it is made of. */
  static final Library JAR =
      new Library(
          "/dev/empathy/yaml/",
          List.of(
              "customer-support",
              "scale",
              "concerns",
              "emotions",
              "help",
              "care",
              "guidance",
              "tone",
              "harm",
              "conduct",
              "wording",
              "conversation",
              "coaching-feedback"),
          List.of("en"));

  /** The bytes of a rubric, or null where there is none of this name. */
  byte @Nullable [] rubric(String name) {
    return rubrics.contains(name) ? bytes(name) : null;
  }

  /** The name under which a locale's pack is shown. */
  String localeName(String locale) {
    return "locale-" + locale;
  }

  /** The bytes of a locale pack, or null where there is none. */
  byte @Nullable [] locale(String locale) {
    return locales.contains(locale) ? bytes(localeName(locale)) : null;
  }

  private byte @Nullable [] bytes(String name) {
    try (InputStream in = Library.class.getResourceAsStream(folder + name + ".yaml")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
