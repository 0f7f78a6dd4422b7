// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import java.util.List;

/** How the judgements of a protocol are written: its markers in a text, whoever they are by. */
@FunctionalInterface
public interface MarkerSyntax {

  /** All of them, in order. Works in proportion to the text, and spends from its budget. */
  List<StepMention> in(String text);
}
