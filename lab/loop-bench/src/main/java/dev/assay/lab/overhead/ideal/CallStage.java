// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/** What a call is for; each stage waits for the one before it. */
public enum CallStage {
  DRAFT,
  CRITIQUE,
  VERDICT
}
