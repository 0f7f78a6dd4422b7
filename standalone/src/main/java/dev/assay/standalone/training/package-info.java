// SPDX-License-Identifier: Apache-2.0

/** What the command line adds to training: a picture of how it went. */
@NullMarked
package dev.assay.standalone.training;

import org.jspecify.annotations.NullMarked;
