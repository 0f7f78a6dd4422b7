// SPDX-License-Identifier: Apache-2.0

/** A puzzle whose answers can be checked exactly. */
@NullMarked
package dev.assay.lab.studies.game24;

import org.jspecify.annotations.NullMarked;
