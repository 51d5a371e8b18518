package dev.empathy.yaml;

import static java.util.stream.Collectors.toSet;

import dev.empathy.Wording;
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
      return failed(path.toString(), unreadable(path), problems);
    }
  }

  private static String unreadable(Path path) {
    if (Files.isDirectory(path)) {
      return "this is a folder, not a file";
    }
    if (!Files.exists(path)) {
      return "there is no such file";
    }
    return Files.isRegularFile(path)
        ? "the file cannot be read"
        : "this is a device or a pipe, not a file";
  }

  Loaded reader(Reader reader, String name) throws IOException {
    char[] chars = new char[Limits.BYTES + 1];
    int length = 0;
    for (int read; length < chars.length; length += read) {
      read = reader.read(chars, length, chars.length - length);
      if (read < 0) {
        break;
      }
    }
    Problems problems = new Problems();
    String text = new String(chars, 0, length);
    // As bytes it would become a question mark. One at the very end is half of what was cut off.
    if (length < chars.length && !TreeReader.paired(name, text, problems)) {
      return new Loaded(null, null, List.of(), problems.sorted());
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return load(new RubricFile(name, "reader:" + name, null, bytes), problems);
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
    Whole whole = new Whole(null, null);
    List<FormFile> files = List.of();
    try {
      FileSet set = FileSet.load(first, library, problems);
      files = set.files();
      whole = set.complete() ? whole(set.files(), problems) : whole;
    } catch (Problems.Enough e) {
      LOG.debug("rubric {} has more faults than are listed", first.name());
    }
    Rubric rubric = problems.hasErrors() ? null : whole.rubric;
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
    return new Loaded(rubric, whole.merged, files, problems.sorted());
  }

  /** All files as one, and the rubric that it is where it has no fault. */
  private record Whole(@Nullable Entries merged, @Nullable Rubric rubric) {}

  private Whole whole(List<FormFile> files, Problems problems) {
    FormFile pack = locale(files, problems);
    LocalePack locale = pack == null ? LocalePack.NONE : LocaleDecoder.decode(pack.map());
    Aside<String> sha256 = Aside.begin(() -> sha256(files, pack));
    Wording wording = new Wording(locale);
    Merger merger = new Merger(problems, wording);
    Entries merged = merger.merge(files);
    WholeCheck.check(merged, files, merger, problems);
    List<Tree> skippable = new ArrayList<>();
    files.forEach(file -> skippable.addAll(new Fields(file.map()).items("skippable")));
    for (String kind : List.of("cues", "phrases")) {
      new Fields(merged).entries(kind).forEach(one -> ownSkippable(one.value(), skippable));
    }
    checkSkippable(skippable, locale, wording, problems);
    if (pack == null || problems.hasErrors()) {
      return new Whole(merged, null);
    }
    List<FormFile> all = new ArrayList<>(files);
    all.add(pack);
    RubricDecoder decoder = new RubricDecoder(merged, skippable(files));
    return new Whole(merged, decoder.decode(locale, sha256.get(), sources(all), problems));
  }

  /** What single phrases of cues, and those that others use, may skip. */
  private static void ownSkippable(Tree tree, List<Tree> words) {
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

  /** One word at a time may be skipped, and none that turns the meaning round. */
  private static void checkSkippable(
      List<Tree> words, LocalePack locale, Wording wording, Problems problems) {
    Set<String> negators =
        locale.negators().stream().map(phrase -> wording.of(phrase.text())).collect(toSet());
    for (Tree item : words) {
      if (item instanceof Scalar written) {
        String fault = notSkippable(wording.of(written.text()), negators, locale.stops());
        if (fault != null) {
          problems.error(
              Code.BAD_VALUE,
              written,
              "skippable",
              Hints.quote(written.text()) + fault,
              "take it out of the list");
        }
      }
    }
  }

  private static @Nullable String notSkippable(
      String word, Set<String> negators, List<String> stops) {
    if (word.isEmpty()) {
      return " holds no word, so no phrase may skip it";
    }
    boolean several = false;
    int start = 0;
    for (int end = 0; end <= word.length(); end++) {
      if (end == word.length() || word.charAt(end) == ' ') {
        String one = word.substring(start, end);
        if (negators.contains(one)) {
          return " negates, so no phrase may skip it";
        }
        if (stops.contains(one)) {
          return " ends what a negation reaches, so no phrase may skip it";
        }
        several |= end < word.length();
        start = end + 1;
      }
    }
    return several ? " is more than one word, so no phrase may skip it" : null;
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

  /** The pack of the language that the last file to name one names, or null with a problem. */
  private @Nullable FormFile locale(List<FormFile> files, Problems problems) {
    Tree named = null;
    for (FormFile file : files) {
      Tree own = file.map().get(RubricSchema.LOCALE);
      named = own == null ? named : own;
    }
    if (named == null) {
      Entries last = files.get(files.size() - 1).map();
      problems.error(Code.MISSING_KEY, last, "", "a rubric needs locale", "write locale: en");
    }
    if (!(named instanceof Scalar locale)) {
      return null;
    }
    byte[] bytes = library.locale(locale.text());
    if (bytes == null) {
      problems.error(
          Code.BAD_VALUE,
          locale,
          RubricSchema.LOCALE,
          "nothing is known of the language " + Hints.quote(locale.text()),
          "there are " + String.join(", ", library.locales()));
      return null;
    }
    Problems ofPack = new Problems();
    FormFile pack = LocaleFile.read(library.localeName(locale.text()), bytes, ofPack);
    problems.addAll(ofPack);
    return ofPack.hasErrors() ? null : pack;
  }

  private static List<Source> sources(List<FormFile> files) {
    return files.stream().map(file -> file.source().source()).toList();
  }

  private static String sha256(List<FormFile> files, @Nullable FormFile pack) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (FormFile file : files) {
        digest.update(file.bytes());
      }
      digest.update(pack == null ? new byte[0] : pack.bytes());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
