// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.standalone.ModelRole;
import org.jspecify.annotations.Nullable;

/**
 * What a running service has counted of its model since it started.
 *
 * @param tokensPerSecond generated in a second of a call; null where there was none
 * @param replies that were read, or were to be
 * @param unreadable of these
 * @param forced of these, what was said when the model was made to
 */
record MeasuredRole(@Nullable Double tokensPerSecond, long replies, long unreadable, long forced) {

  private static final String REPLIES = "assay.replies";
  private static final double TENTHS = 10;

  /** As a server tells it; null if it has counted nothing of the role. */
  static @Nullable MeasuredRole of(AssayClient client, ModelRole role) {
    String tag = "role:" + role.word();
    double tokens = client.counted("assay.model.tokens", tag, "kind:completion").orElse(0);
    double seconds = client.counted("assay.model.seconds", tag).orElse(0);
    long all = (long) client.counted(REPLIES, tag).orElse(0);
    long unreadable = (long) client.counted(REPLIES, tag, "outcome:unreadable").orElse(0);
    long forced = (long) client.counted(REPLIES, tag, "outcome:forced").orElse(0);
    Double rate = seconds > 0 ? Math.round(tokens / seconds * TENTHS) / TENTHS : null;
    return all == 0 ? null : new MeasuredRole(rate, all, unreadable, forced);
  }

  String line() {
    String rate = tokensPerSecond == null ? "" : tokensPerSecond + " tokens/s; ";
    return "%s%d replies, %d unreadable, %d forced".formatted(rate, replies, unreadable, forced);
  }
}
