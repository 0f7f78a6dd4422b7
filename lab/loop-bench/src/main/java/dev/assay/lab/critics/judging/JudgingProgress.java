// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

/**
 * How far a run has come.
 *
 * @param found judgements that an earlier run had made
 * @param made judgements that this one made, failures included
 * @param wanted of both
 * @param unreadable of both
 * @param failed tries of this run that brought no reply
 */
public record JudgingProgress(int found, int made, int wanted, int unreadable, int failed) {}
