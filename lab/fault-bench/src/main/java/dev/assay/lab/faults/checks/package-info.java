// SPDX-License-Identifier: Apache-2.0
/** The promises, read from the database, the topics and the model server's journal. */
@NullMarked
package dev.assay.lab.faults.checks;

import org.jspecify.annotations.NullMarked;
