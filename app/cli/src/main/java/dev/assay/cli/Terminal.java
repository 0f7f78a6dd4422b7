// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is known of the terminal that somebody reads. */
final class Terminal {

  static final int OUTPUT = 1;

  /** Of a pipe or a file: nothing is broken there. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int NARROWEST = 20;
  private static final int USUAL = 80;

  /** Of asm-generic/ioctls.h on Linux: asks for the size of a terminal, four short numbers. */
  private static final long WINDOW_SIZE = 0x5413;

  private static final int WINDOW_SIZE_BYTES = 8;
  private static final int COLUMNS_AT = 2;

  private Terminal() {}

  /** How many columns there are for what is written to a descriptor. */
  static int width(int descriptor) {
    return width(System.getenv("COLUMNS"), isTerminal(descriptor), () -> askedWidth(descriptor));
  }

  /** What the user says goes before what the terminal says. */
  static int width(@Nullable String columns, boolean terminal, WindowSize size) {
    if (columns != null && columns.matches("[0-9]{1,5}") && Integer.parseInt(columns) > 0) {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    }
    if (!terminal) {
      return UNLIMITED;
    }
    int asked = size.columns();
    return asked > 0 ? Math.max(NARROWEST, asked) : USUAL;
  }

  /** Asks a terminal for its columns; 0 if it does not know. */
  @FunctionalInterface
  interface WindowSize {
    int columns();
  }

  /** Java's own console knows only whether input and output are both terminals. */
  static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  @SuppressWarnings("CatchingUnchecked") // A method handle throws what it likes.
  private static int askedWidth(int descriptor) {
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(WINDOW_SIZE_BYTES, Short.BYTES);
      int failed =
          (int)
              NativeFunctions.handle("ioctl", signature, Linker.Option.firstVariadicArg(2))
                  .invokeExact(descriptor, WINDOW_SIZE, size);
      return failed == 0 ? Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS_AT)) : 0;
    } catch (Throwable e) {
      // The usual width serves where the terminal cannot be asked.
      return 0;
    }
  }
}
