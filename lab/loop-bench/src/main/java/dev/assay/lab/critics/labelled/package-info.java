// SPDX-License-Identifier: Apache-2.0

/** Solutions whose first wrong step people have labelled, from the sets that critics publish on. */
@NullMarked
package dev.assay.lab.critics.labelled;

import org.jspecify.annotations.NullMarked;
