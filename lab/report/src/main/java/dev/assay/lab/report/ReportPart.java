// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A piece of a report. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
public sealed interface ReportPart permits Paragraph, Notice, Table, Chart {}
