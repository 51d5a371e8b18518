/** The engine: data in, an assessment out. At run time it needs nothing but {@code java.base}. */
module dev.empathy.core {
  requires static transitive org.jspecify;
  requires static com.fasterxml.jackson.annotation;

  exports dev.empathy;
  exports dev.empathy.rubric;
}
