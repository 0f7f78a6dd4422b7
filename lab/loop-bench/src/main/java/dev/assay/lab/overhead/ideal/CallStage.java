// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/** What a call is for; each stage waits for the one before it. */
public enum CallStage {
  DRAFT(0),
  CRITIQUE(1),
  VERDICT(2);

  private final int number;

  CallStage(int number) {
    this.number = number;
  }

  /** By which the calls of one stage are told from those of another. */
  int number() {
    return number;
  }
}
