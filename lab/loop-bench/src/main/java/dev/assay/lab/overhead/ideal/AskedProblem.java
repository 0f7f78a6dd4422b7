// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

/**
 * A problem of a load.
 *
 * @param number in the run, by which the server knows it
 * @param afterMillis when it is asked at the earliest, from the beginning of the load
 */
public record AskedProblem(int number, GridShape shape, long afterMillis) {}
