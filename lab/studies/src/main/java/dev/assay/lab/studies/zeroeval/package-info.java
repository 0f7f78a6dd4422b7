// SPDX-License-Identifier: Apache-2.0

/** Many models' answers to one problem: read, compared, voted on. */
@NullMarked
package dev.assay.lab.studies.zeroeval;

import org.jspecify.annotations.NullMarked;
