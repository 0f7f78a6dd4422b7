// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

/** Whose words a protocol speaks, which says how far it may be expected to work. */
public enum Origin {
  /** The format that published checkpoints were trained in, known to the letter. */
  CHECKPOINT("the checkpoint's own format"),
  /** Our prompt in the style of a paper, whose weights are not public: nobody has tried it. */
  PAPER("our prompt in the paper's style, unproven on its weights"),
  /** Our own prompt for models that follow instructions. */
  OURS("our own prompt");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
