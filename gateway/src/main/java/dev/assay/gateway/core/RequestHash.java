// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.CanonicalJson;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is recognised when it comes again under its key. It is of what the caller said:
 * neither another way to write it nor a change of the defaults makes it another request.
 *
 * @param value SHA-256 in hexadecimal, of the canonical form
 * @param pinned the same of the form in which builds kept it that had no canonical one
 */
record RequestHash(String value, String pinned) {

  static RequestHash of(
      String question,
      @Nullable QuestionKind kind,
      @Nullable String reference,
      PolicyOverrides set) {
    String value = sha256(CanonicalJson.of(new Request(question, kind, reference, set)));
    return new RequestHash(
        value,
        // Builds that pinned the form knew no kinds, no references, no conduct and no budget.
        kind == null
                && reference == null
                && set.conduct().equals(PolicyOverrides.Conduct.UNSET)
                && set.budget() == null
            ? sha256(question + '\0' + fields(set))
            : value);
  }

  /** What the caller said. */
  private record Request(
      String question,
      @Nullable QuestionKind kind,
      @Nullable String reference,
      PolicyOverrides policy) {}

  /**
   * Whether it is what was kept of an earlier request. The pinned form may go once no problem is
   * left that was kept by it: with the retention, 30 days, after the last such build has run.
   */
  boolean matches(String kept) {
    return kept.equals(value) || kept.equals(pinned);
  }

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
