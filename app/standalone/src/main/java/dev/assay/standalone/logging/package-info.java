// SPDX-License-Identifier: Apache-2.0

/** What the log's lines look like; {@code logback.xml} refers to it. */
@NullMarked
package dev.assay.standalone.logging;

import org.jspecify.annotations.NullMarked;
