// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A piece of a report. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
public sealed interface Part permits Paragraph, Notice, Table, Chart {}
