// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.RefiningProtocol;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import java.util.List;
import java.util.Locale;

/** Who asks a model, so that each can be given one of its own. */
public enum ModelRole {
  GENERATOR("generator", SolvingProtocol.class),
  CRITIC("critic", CriticisingProtocol.class),
  /** Refines with the critic's model, unless it is told otherwise. */
  REFINE("critic", RefiningProtocol.class),
  VERIFIER("verifier", VerifyingProtocol.class);

  private final String weights;
  private final Class<? extends Protocol> job;

  ModelRole(String weights, Class<? extends Protocol> job) {
    this.weights = weights;
    this.job = job;
  }

  /** As people call it, and the beginning of its service's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The service that plays it. */
  public String service() {
    return word() + "-service";
  }

  /** The folder of its weights, of those that run in the process. */
  String weights() {
    return weights;
  }

  /** What its protocol must be able to do. */
  public Class<? extends Protocol> job() {
    return job;
  }

  /**
   * The variables that may say something of this role, the most particular one first.
   *
   * @param what such as {@code URL}
   */
  List<String> variables(String what) {
    String own = "ASSAY_" + name() + "_" + what;
    return this == REFINE ? List.of(own, "ASSAY_" + CRITIC + "_" + what) : List.of(own);
  }
}
