// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.model.Reply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One short name for all that came back with a reply. Thoughts and the count of tokens are in it:
 * short replies of two draws are often alike, and what led to them is not.
 */
final class ReplyDigest {

  /** In hexadecimal digits; by chance no two replies have the same. */
  private static final int LENGTH = 32;

  private ReplyDigest() {}

  static String of(Reply reply) {
    return of(reply.thinking() + '\0' + reply.text().strip() + '\0' + reply.completionTokens());
  }

  /** The same of anything else. */
  static String of(String all) {
    return HexFormat.of().formatHex(sha256().digest(all.getBytes(UTF_8))).substring(0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
