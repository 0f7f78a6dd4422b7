// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/** Undoes what some gateways do to a body though nobody asks for it; a small one may be a bomb. */
final class Unfolding {

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final Set<String> PLAIN = Set.of("", "identity");

  private static final int BLOCK = 16_384;

  private Unfolding() {}

  /** A body that would be no better the next time. */
  static final class FoldedException extends Exception {

    private static final long serialVersionUID = 1;

    private final FailureKind kind;

    FoldedException(FailureKind kind, String message) {
      super(message);
      this.kind = kind;
    }

    FailureKind kind() {
      return kind;
    }
  }

  /**
   * @param room says for each next number of bytes whether they may be kept
   * @throws IOException if it is half a body, or none
   */
  static byte[] of(HttpReply reply, IntPredicate room) throws FoldedException, IOException {
    byte[] body = reply.body().bytes();
    String coding =
        reply.headers().firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    if (GZIP.contains(coding) || isGzip(body)) {
      return unzipped(body, room);
    }
    if (!PLAIN.contains(coding)) {
      throw new FoldedException(
          FailureKind.UNREADABLE,
          "the reply comes in Content-Encoding: %s (expected: none, or gzip)".formatted(coding));
    }
    return body;
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
  }

  private static byte[] unzipped(byte[] body, IntPredicate room)
      throws FoldedException, IOException {
    ByteArrayOutputStream unzipped = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
        if (!room.test(block.length)) {
          throw new FoldedException(
              FailureKind.EXCESSIVE, "the reply unfolds to more than there is room for");
        }
        unzipped.writeBytes(block);
      }
    }
    return unzipped.toByteArray();
  }
}
