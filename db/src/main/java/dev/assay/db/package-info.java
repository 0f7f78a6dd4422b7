// SPDX-License-Identifier: Apache-2.0

/** Brings the database to the state that the services of this build expect. */
@NullMarked
package dev.assay.db;

import org.jspecify.annotations.NullMarked;
