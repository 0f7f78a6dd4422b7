// SPDX-License-Identifier: Apache-2.0

/** Which studies there are; apart from them, so that none knows the others. */
@NullMarked
package dev.assay.lab.studies.catalogue;

import org.jspecify.annotations.NullMarked;
