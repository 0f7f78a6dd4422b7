// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The process's file creation mask. Kafka, the log and native libraries make files of their own and
 * know no way to say who may read them; this holds for all of them, and for child processes.
 */
public final class Umask {

  private static final int OTHERS = 077;

  private Umask() {}

  /** From now on, what this process makes is for its own user only. */
  @SuppressWarnings({"restricted", "CatchingUnchecked"}) // A method handle throws what it likes.
  public static void forOwnerOnly() {
    try {
      Linker linker = Linker.nativeLinker();
      MethodHandle umask =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("umask"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      int _ = (int) umask.invokeExact(OTHERS);
    } catch (Throwable e) {
      throw new IllegalStateException("could not set the file creation mask", e);
    }
  }
}
