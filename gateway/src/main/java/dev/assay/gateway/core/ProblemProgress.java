// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Usage;

/**
 * How far the work on a problem is, by what was heard of it.
 *
 * @param attempts planned
 * @param drafted attempts with a first solution
 * @param criticised solutions that the critic has seen
 * @param refined solutions rewritten after a critique
 * @param abandoned attempts given up
 * @param finalSolutions solutions that the critic passed on to the verifier
 * @param verdicts that came back
 * @param verdictsExpected as far as is known by now
 * @param usage of everything so far
 */
public record ProblemProgress(
    int attempts,
    int drafted,
    int criticised,
    int refined,
    int abandoned,
    int finalSolutions,
    int verdicts,
    int verdictsExpected,
    Usage usage) {}
