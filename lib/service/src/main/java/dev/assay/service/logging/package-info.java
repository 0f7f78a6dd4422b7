// SPDX-License-Identifier: Apache-2.0

/** What the log's lines look like; the files of Logback refer to it. */
@NullMarked
package dev.assay.service.logging;

import org.jspecify.annotations.NullMarked;
