// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Sends what native code writes to standard error to the log. TensorFlow has lines to say at its
 * start that no setting silences, in the middle of somebody's progress line.
 */
final class NativeErrors {

  private static final int STANDARD_ERROR = 2;

  /** Of fcntl.h on Linux: O_WRONLY, O_CREAT and O_APPEND. */
  private static final int APPEND = 1 | 0100 | 02000;

  private static final int OWNER_MAY_WRITE = 0644;

  private static volatile int shown = STANDARD_ERROR;

  private NativeErrors() {}

  /** The descriptor that {@link System#err} writes to. */
  static int descriptor() {
    return shown;
  }

  /**
   * Points the descriptor of standard error at the log, and {@link System#err} at where it pointed;
   * where that cannot be done, everything stays as it is.
   */
  @SuppressWarnings("CatchingUnchecked") // A method handle throws what it likes.
  static void toLog(Path log) {
    try {
      int kept = (int) call("dup").invokeExact(STANDARD_ERROR);
      // Java's own output keeps its way: a second descriptor of the same terminal, pipe or file.
      OutputStream out = new DescriptorStream(kept);
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment path = arena.allocateFrom(log.toString());
        int file = (int) open().invokeExact(path, APPEND, OWNER_MAY_WRITE);
        if (file < 0) {
          return;
        }
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        shown = kept;
        int _ = (int) duplicate().invokeExact(file, STANDARD_ERROR);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("could not redirect standard error", e);
    }
  }

  private static MethodHandle call(String name) {
    return NativeFunctions.handle(
        name, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }

  private static MethodHandle duplicate() {
    return NativeFunctions.handle(
        "dup2",
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }

  private static MethodHandle open() {
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    return NativeFunctions.handle("open", signature, Linker.Option.firstVariadicArg(2));
  }
}
