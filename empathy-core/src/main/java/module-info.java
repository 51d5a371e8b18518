/** The engine: data in, an assessment out. At run time it needs nothing but {@code java.base}. */
module dev.empathy.core {
  // Compile-only, and not "transitive": a modular user who lacks them must still compile.
  requires static org.jspecify;
  requires static com.fasterxml.jackson.annotation;

  exports dev.empathy;
  exports dev.empathy.rubric;
  exports dev.empathy.spi;
}
