package dev.empathy;

import java.util.function.Supplier;

/** Code that the caller passed in has failed. Says how, and nothing of what it was given. */
final class ExtensionFault extends Exception {

  private static final long serialVersionUID = 1L;

  ExtensionFault(String reason) {
    super(reason, null, false, false);
  }

  /** How, in a few words. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /**
   * Runs code of the caller's and lets nothing that it throws go on: one broken detector must not
   * cost its caller the rest of an assessment. That holds for a stack overflow too, as a text may
   * bring it about and the stack is whole again here, and for errors of loading or of assertions,
   * which are the extension's own. What says that the machine itself is failing, such as running
   * out of memory, is not ours to hide.
   *
   * @param what the code, as a reason calls it
   */
  static <T> T guard(String what, Supplier<T> code) throws ExtensionFault {
    try {
      return code.get();
    } catch (Throwable thrown) {
      if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
        throw thrown;
      }
      throw new ExtensionFault(what + " failed: " + thrown.getClass().getSimpleName());
    }
  }
}
