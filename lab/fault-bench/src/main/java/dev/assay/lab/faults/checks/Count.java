// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

/** Something that was counted beside a promise, as it tells how narrowly the promise was kept. */
public record Count(String what, long number) {}
