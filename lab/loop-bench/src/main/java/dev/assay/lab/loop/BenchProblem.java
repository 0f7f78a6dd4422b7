// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

/**
 * A question whose answer is known.
 *
 * @param index its place in the set, which tells equal questions apart
 */
public record BenchProblem(int index, String question, String target) {}
