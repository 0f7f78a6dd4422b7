// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The problems that were read last, by the bytes that they were read from. Each task brings its
 * problem along, so that the same bytes come a dozen times; they are read once. Safe for threads.
 */
final class RepeatedProblems {

  private static final int MOST = 256;

  /** Of all keys together; a larger one is not kept. */
  private static final long MOST_BYTES = 1L << 20;

  private static final int LARGEST = 64 << 10;

  private final Map<ByteBuffer, Problem> latest = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** The problem that was read from bytes like these, or null. */
  synchronized @Nullable Problem find(byte[] body, int from, int to) {
    return latest.get(ByteBuffer.wrap(body, from, to - from));
  }

  synchronized void add(byte[] body, int from, int to, Problem problem) {
    if (to - from > LARGEST) {
      return;
    }
    if (latest.put(ByteBuffer.wrap(Arrays.copyOfRange(body, from, to)), problem) == null) {
      bytes += to - from;
    }
    var oldest = latest.keySet().iterator();
    while (latest.size() > MOST || bytes > MOST_BYTES) {
      bytes -= oldest.next().remaining();
      oldest.remove();
    }
  }

  synchronized int size() {
    return latest.size();
  }
}
