package dev.empathy.cli;

import dev.empathy.Detail;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.util.Arrays;
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
    return Arrays.stream(type.getEnumConstants())
        .map(Choices::name)
        .collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> E parse(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new TypeConversionException("expected one of " + names(type) + ", not \"" + text + "\"");
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

  static final class Formats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return parse(Format.class, text);
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
