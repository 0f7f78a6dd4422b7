// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

/** A piece of a report. */
public sealed interface Part permits Paragraph, Table, Chart {}
