// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import org.jspecify.annotations.Nullable;

/** Ways of calling a server that tests need, and that are otherwise the usual. */
final class Calling {

  private Calling() {}

  static ServerCalls with(Prefill prefill, Constraint constraint) {
    return with(null, prefill, constraint);
  }

  static ServerCalls with(@Nullable Boolean stream, Prefill prefill, Constraint constraint) {
    return new ServerCalls(
        stream, null, null, null, true, null, null, null, null, prefill, constraint, null);
  }

  static ServerCalls packed() {
    return new ServerCalls(null, null, null, null, null, null, null, null, null, null, null, true);
  }
}
