// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Writes to a file descriptor that Java did not open. Opening its file once more would give a place
 * in it of its own, and two streams that go to one file would write over each other.
 */
final class DescriptorStream extends OutputStream {

  private static final MethodHandle WRITE =
      NativeFunctions.handle(
          "write",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG));

  private final int descriptor;

  DescriptorStream(int descriptor) {
    this.descriptor = descriptor;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(Math.max(1, length));
      MemorySegment.copy(bytes, from, segment, ValueLayout.JAVA_BYTE, 0, length);
      long done = 0;
      while (done < length) {
        done += some(segment.asSlice(done), length - done);
      }
    }
  }

  private long some(MemorySegment bytes, long length) throws IOException {
    try {
      long written = (long) WRITE.invokeExact(descriptor, bytes, length);
      if (written < 0) {
        throw new IOException("could not write to descriptor " + descriptor);
      }
      return written;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("could not write to descriptor " + descriptor, e);
    }
  }
}
