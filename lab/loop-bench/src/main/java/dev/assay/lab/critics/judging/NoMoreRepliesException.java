// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.roles.NoReplyException;

/** Nothing but failures comes back from the model, so that going on would only add to them. */
public final class NoMoreRepliesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoMoreRepliesException(int failures, NoReplyException last) {
    super(
        "%d requests in a row brought no reply, the last: %s"
            .formatted(failures, last.getMessage()),
        last);
  }
}
