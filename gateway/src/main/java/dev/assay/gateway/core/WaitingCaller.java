// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

/** Somebody who waits for an answer, and may stop waiting without a word. */
@FunctionalInterface
public interface WaitingCaller {

  /** Whether nobody would read a reply. */
  boolean gone();
}
