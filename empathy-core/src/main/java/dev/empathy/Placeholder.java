package dev.empathy;

/** Holds the package open until its first real class: a module cannot export an empty package. */
public final class Placeholder {
  private Placeholder() {}
}
