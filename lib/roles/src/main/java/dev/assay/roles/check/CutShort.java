// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.roles.Finding;
import dev.assay.roles.Role;

/** A reply that ended before it said anything, and how long it might have to be. */
final class CutShort {

  /** Of one that thinks. */
  private static final int ROOM = 8_192;

  /** As a role allows for. */
  private static final int MOST = 131_072;

  private CutShort() {}

  static Diagnosis of(Role role, Finding<?> finding) {
    int tokens = Math.max(finding.tokens(), 1);
    String what = finding.reply().isBlank() ? "thinking was" : "the reply was";
    int room = Math.clamp(4L * tokens, ROOM, MOST);
    return Diagnosis.fault(
        "%s cut off after %d tokens, before anything could be read".formatted(what, tokens),
        tokens < role.maxTokens()
            ? "a longer context of the server, which ended it before assay.role.max-tokens, %d"
                .formatted(role.maxTokens())
            : "assay.role.max-tokens=" + room);
  }
}
