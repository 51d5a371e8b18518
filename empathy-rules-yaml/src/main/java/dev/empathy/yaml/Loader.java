package dev.empathy.yaml;

import static java.util.stream.Collectors.toSet;

import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Source;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Scalar;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a rubric: files → trees → checked → one tree → checked → {@link Rubric}. */
final class Loader {

  private static final Logger LOG = LoggerFactory.getLogger(RubricYaml.class);

  private final Library library;

  Loader(Library library) {
    this.library = library;
  }

  Loaded path(Path path) {
    Problems problems = new Problems();
    try {
      Path absolute = path.toAbsolutePath().normalize();
      RubricFile file = FileFinder.read(path.toString(), absolute);
      return load(file, problems);
    } catch (IOException e) {
      String message =
          Files.isDirectory(path)
              ? "this is a folder, not a file"
              : Files.exists(path) ? "the file cannot be read" : "there is no such file";
      return failed(path.toString(), message, problems);
    }
  }

  Loaded reader(Reader reader, String name) throws IOException {
    char[] chars = new char[Limits.FILE_BYTES + 1];
    int length = 0;
    for (int read; length < chars.length; length += read) {
      read = reader.read(chars, length, chars.length - length);
      if (read < 0) {
        break;
      }
    }
    byte[] bytes = new String(chars, 0, length).getBytes(StandardCharsets.UTF_8);
    return load(new RubricFile(name, "reader:" + name, null, bytes), new Problems());
  }

  Loaded builtIn(String name) {
    byte[] bytes = library.rubric(name);
    if (bytes == null) {
      throw new IllegalArgumentException(
          "no built-in rubric is named " + name + "; there are " + library.rubrics());
    }
    return load(FileFinder.builtIn(name, bytes), new Problems());
  }

  private static Loaded failed(String file, String message, Problems problems) {
    problems.error(Code.UNREADABLE, new Location(file, 1, 1), "", message, null);
    return new Loaded(null, null, List.of(), problems.sorted());
  }

  private Loaded load(RubricFile first, Problems problems) {
    FileSet set = FileSet.load(first, library, problems);
    Entries merged = set.complete() ? new Merger(problems).merge(set.files()) : null;
    Rubric rubric = merged == null ? null : whole(merged, set.files(), problems);
    if (problems.hasErrors()) {
      rubric = null;
    }
    if (rubric != null) {
      LOG.debug(
          "loaded rubric {} {} sha256 {}: {} files, {} word lists, {} cues, {} rules, {} routes",
          rubric.id(),
          rubric.version(),
          rubric.sha256(),
          rubric.sources().size(),
          rubric.words().size(),
          rubric.cues().size(),
          rubric.rules().size(),
          rubric.routes().size());
    }
    return new Loaded(rubric, merged, set.files(), problems.sorted());
  }

  private @Nullable Rubric whole(Entries merged, List<FormFile> files, Problems problems) {
    WholeCheck.check(merged, files, problems);
    FormFile pack = locale(merged, problems);
    if (pack == null || problems.hasErrors()) {
      return null;
    }
    List<FormFile> all = new ArrayList<>(files);
    all.add(pack);
    LocalePack locale = LocaleDecoder.decode(pack.map());
    List<Tree> skippable = new ArrayList<>();
    files.forEach(file -> skippable.addAll(new Fields(file.map()).items("skippable")));
    for (String kind : List.of("cues", "phrases")) {
      new Fields(merged).entries(kind).forEach(one -> ownSkippable(one.value(), skippable));
    }
    checkSkippable(skippable, locale, problems);
    return new RubricDecoder(merged, skippable(files))
        .decode(locale, sha256(all), sources(all), problems);
  }

  /** What turns the meaning round must not be skipped. */
  private static void checkSkippable(List<Tree> words, LocalePack locale, Problems problems) {
    Set<String> negators =
        locale.negators().stream().map(phrase -> Words.folded(phrase.text())).collect(toSet());
    for (Tree item : words) {
      String word = Words.folded(((Scalar) item).text());
      String role =
          negators.contains(word)
              ? " negates"
              : locale.stops().contains(word) ? " ends what a negation reaches" : null;
      if (role != null) {
        problems.error(
            Code.BAD_VALUE,
            item,
            "skippable",
            Hints.quote(((Scalar) item).text()) + role + ", so no phrase may skip it",
            "take it out of the list");
      }
    }
  }

  /** What single phrases of cues, and those that others use, may skip. */
  private static void ownSkippable(@Nullable Tree tree, List<Tree> words) {
    if (tree instanceof Tree.Items items) {
      items.items().forEach(item -> ownSkippable(item, words));
    } else if (tree instanceof Entries map) {
      for (Tree.Entry entry : map.entries()) {
        if (entry.name().equals("skippable") && entry.value() instanceof Tree.Items skippable) {
          words.addAll(skippable.items());
        } else {
          ownSkippable(entry.value(), words);
        }
      }
    }
  }

  private static Map<String, List<String>> skippable(List<FormFile> files) {
    Map<String, List<String>> skippable = new HashMap<>();
    files.forEach(
        file ->
            skippable.put(
                file.source().file(),
                file.map().get("skippable") instanceof Tree.Items
                    ? new Fields(file.map()).strings("skippable")
                    : List.of()));
    return skippable;
  }

  private @Nullable FormFile locale(Entries merged, Problems problems) {
    Tree named = merged.get(RubricSchema.LOCALE);
    if (named == null) {
      problems.error(Code.MISSING_KEY, merged, "", "a rubric needs locale", "write locale: en");
    }
    if (!(named instanceof Scalar locale)) {
      return null;
    }
    byte[] bytes = library.locale(locale.text());
    if (bytes != null) {
      return LocaleFile.read(library.localeName(locale.text()), bytes, problems);
    }
    problems.error(
        Code.BAD_VALUE,
        locale,
        RubricSchema.LOCALE,
        "nothing is known of the language " + Hints.quote(locale.text()),
        "there are " + String.join(", ", library.locales()));
    return null;
  }

  private static List<Source> sources(List<FormFile> files) {
    return files.stream().map(file -> file.source().source()).toList();
  }

  private static String sha256(List<FormFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(file -> digest.update(file.bytes()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
