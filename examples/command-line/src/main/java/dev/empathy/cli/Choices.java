package dev.empathy.cli;

import dev.empathy.Detail;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Enum constants under the lower-case names that the JSON uses. The enums themselves keep their
 * {@code toString}, as the two Jacksons disagree about it.
 */
final class Choices {

  private Choices() {}

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String names(Class<? extends Enum<?>> type) {
    return names(Arrays.asList(type.getEnumConstants()));
  }

  private static String names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Choices::name).collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> E parse(Class<E> type, String text) {
    return parse(Arrays.asList(type.getEnumConstants()), text);
  }

  private static <E extends Enum<E>> E parse(List<E> choices, String text) {
    for (E constant : choices) {
      if (name(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "expected one of " + names(choices) + ", not \"" + text + "\"");
  }

  static final class Roles implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
      return parse(Role.class, text);
    }
  }

  static final class Severities implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
      return parse(Severity.class, text);
    }
  }

  /** The formats of {@code assess}. */
  static final class ResultFormats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return parse(Format.class, text);
    }
  }

  /** The formats of {@code lint}. */
  static final class IssueFormats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return parse(List.of(Format.TEXT, Format.JSON), text);
    }
  }

  /** The formats of {@code explain}. */
  static final class PageFormats implements ITypeConverter<PageFormat> {
    @Override
    public PageFormat convert(String text) {
      return parse(PageFormat.class, text);
    }
  }

  static final class TableFormats implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String text) {
      return parse(TableFormat.class, text);
    }
  }

  static final class Details implements ITypeConverter<Detail> {
    @Override
    public Detail convert(String text) {
      return parse(Detail.class, text);
    }
  }

  static final class ColorModes implements ITypeConverter<ColorMode> {
    @Override
    public ColorMode convert(String text) {
      return parse(ColorMode.class, text);
    }
  }
}
