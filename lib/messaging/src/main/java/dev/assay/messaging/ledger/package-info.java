// SPDX-License-Identifier: Apache-2.0

/**
 * Which records of a partition are done with, kept so that another process can go on from there.
 */
@NullMarked
package dev.assay.messaging.ledger;

import org.jspecify.annotations.NullMarked;
