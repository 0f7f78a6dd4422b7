// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.model.Model;

class ScriptedModelContractTests extends ModelContract {

  private static final String ANSWER = "6 is not prime.";

  @Override
  protected Model model() {
    return ScriptedModel.answering(_ -> ANSWER);
  }

  @Override
  protected Model stalled() {
    return ScriptedModel.stalling();
  }

  @Override
  protected String name() {
    return "scripted";
  }

  @Override
  protected String question() {
    return "Is 6 prime?";
  }

  @Override
  protected String answer() {
    return ANSWER;
  }
}
