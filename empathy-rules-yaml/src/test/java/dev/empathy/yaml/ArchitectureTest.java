package dev.empathy.yaml;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** YAML hands a rubric over; the engine never sees YAML. The core's classes are looked at too. */
@AnalyzeClasses(packages = "dev.empathy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_core_never_sees_yaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.empathy.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.empathy.yaml..", "org.yaml..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_what_the_module_names =
      classes()
          .that()
          .resideInAPackage("dev.empathy.yaml..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.empathy",
              "dev.empathy.rubric..",
              "dev.empathy.spi..",
              "dev.empathy.yaml..",
              "java..",
              "org.jspecify.annotations..",
              "org.slf4j..",
              "org.yaml.snakeyaml..")
          .because("the core's internal packages are its own")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nodes_are_composed_never_loaded =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.yaml..")
          .should()
          .accessTargetWhere(member(Yaml.class, "load", "loadAs", "loadAll"))
          .because("SnakeYAML speaks YAML 1.1: loaded, the phrase \"no\" becomes a boolean")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule libraries_stay_out_of_signatures =
      noCodeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("dev.empathy.yaml..")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and(visible())
          .should(be(showing("org.")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_regular_expressions =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .orShould()
          .accessTargetWhere(member(String.class, "matches", "replaceAll", "replaceFirst", "split"))
          .because("a rubric is a stranger's text: it must not choose how long we take")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_printing =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.yaml..")
          .should()
          .accessTargetWhere(member(System.class, "out", "err"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_default_locale_or_charset =
      noClasses()
          .that()
          .resideInAPackage("dev.empathy.yaml..")
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
          .because("a rubric must read the same on every machine")
          .allowEmptyShould(true);

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
