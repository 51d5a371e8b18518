package dev.empathy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Arrows go one way, and nothing in the engine depends on a machine's settings.
 *
 * <p>Every rule allows that nothing matches, as a package may be empty for a while.
 */
@AnalyzeClasses(packages = "dev.empathy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule rubric_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.rubric..")
          .should()
          .dependOnClassesThat(oursOutside("dev.empathy.rubric"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule spi_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.spi..")
          .should()
          .dependOnClassesThat(oursOutside("dev.empathy.spi"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule text_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.internal.text..")
          .should()
          .dependOnClassesThat(oursOutside("dev.empathy.internal.text"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule match_knows_text_and_rubric_only =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.internal.match..")
          .should()
          .dependOnClassesThat(
              oursOutside(
                  "dev.empathy.internal.match", "dev.empathy.internal.text", "dev.empathy.rubric"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_core_needs_nothing_but_the_jdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.empathy..",
              "java..",
              "org.jspecify.annotations..",
              "com.fasterxml.jackson.annotation..")
          .because("its users get no other library from us")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule internal_types_stay_internal =
      noCodeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("dev.empathy", "dev.empathy.rubric..", "dev.empathy.spi..")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and(visible())
          .should(be(showing("dev.empathy.internal")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_regular_expressions =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .orShould()
          .accessTargetWhere(member(String.class, "matches", "replaceAll", "replaceFirst", "split"))
          .because("a text must not choose how long we take")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_logging_and_no_printing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class)
          .orShould()
          .accessTargetWhere(member(System.class, "out", "err"))
          .because(
              "the engine is a function, and a message is never shown to anyone but its caller")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_default_locale_or_charset =
      noClasses()
          .should()
          .accessTargetWhere(
              memberWithout(
                  "java.util.Locale", String.class, "format", "toLowerCase", "toUpperCase"))
          .orShould()
          .accessTargetWhere(member(String.class, "formatted"))
          .orShould()
          .accessTargetWhere(memberWithout("java.nio.charset.Charset", String.class, "getBytes"))
          .orShould()
          .accessTargetWhere(member(Locale.class, "getDefault"))
          .because("a score must not depend on the machine")
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    Set<String> allowed = Set.of(packages);
    return describe(
        "are ours, outside " + String.join(", ", packages),
        type ->
            type.getPackageName().startsWith("dev.empathy")
                && !allowed.contains(type.getPackageName()));
  }

  private static DescribedPredicate<JavaCodeUnit> visible() {
    return describe(
        "are public or protected",
        unit ->
            unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED));
  }

  /** Generic arguments count too: a {@code List<Hidden>} shows what is hidden. */
  private static DescribedPredicate<JavaCodeUnit> showing(String hidden) {
    return describe(
        "showing a type of " + hidden,
        unit ->
            Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> type.getPackageName().startsWith(hidden)));
  }

  /** A use of a member by one of these names, by call or by method reference. */
  private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String... names) {
    Set<String> banned = Set.of(names);
    return describe(
        "the member is " + owner.getSimpleName() + "." + String.join("/", names),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && banned.contains(access.getTarget().getName()));
  }

  /** The same, but allowed where the member is told explicitly what it would else guess. */
  private static DescribedPredicate<JavaAccess<?>> memberWithout(
      String parameter, Class<?> owner, String... names) {
    return member(owner, names)
        .and(
            describe(
                "without " + parameter,
                access ->
                    access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                        && target.getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals(parameter))));
  }
}
