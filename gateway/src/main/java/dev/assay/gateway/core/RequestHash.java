// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.PolicyOverrides;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a request is recognised when it comes again under its key. It is of what the caller said:
 * a change of the defaults does not make it another request.
 *
 * @param value SHA-256 in hexadecimal
 */
record RequestHash(String value) {

  static RequestHash of(String question, PolicyOverrides set) {
    return new RequestHash(sha256(question + '\0' + fields(set)));
  }

  boolean matches(String kept) {
    return kept.equals(value);
  }

  /**
   * The fields as the first build wrote them, whose hashes are kept. A field that is newer belongs
   * here only where it is set, or old requests would no longer be recognised.
   */
  private static String fields(PolicyOverrides set) {
    Double falsePass = set.errorRates().falsePass();
    return ("PolicyOverrides[attempts=%s, verifications=%s, revisions=%s, rule=%s, alpha=%s,"
            + " verifiedFrom=%s, abstainBelow=%s, quorum=%s, deadline=%s, stopping=%s,"
            + " maxErrorRate=%s%s]")
        .formatted(
            set.effort().attempts(),
            set.effort().verifications(),
            set.effort().revisions(),
            set.scoring().rule(),
            set.scoring().alpha(),
            set.thresholds().verifiedFrom(),
            set.thresholds().abstainBelow(),
            set.thresholds().quorum(),
            set.deadline(),
            set.stopping(),
            set.errorRates().maxErrorRate(),
            falsePass == null ? "" : ", falsePass=" + falsePass);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
