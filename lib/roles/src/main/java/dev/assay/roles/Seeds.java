// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds that follow from ids, so that a task that is done twice draws the same reply twice. */
final class Seeds {

  private Seeds() {}

  /** The first eight bytes of the id's SHA-256: unrelated for ids that differ in one character. */
  static long of(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
