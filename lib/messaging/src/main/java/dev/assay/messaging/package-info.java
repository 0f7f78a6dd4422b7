// SPDX-License-Identifier: Apache-2.0

/**
 * How every service takes events off Kafka and puts them on. Delivery is at least once, nothing is
 * dropped: a record is worked, or counted and skipped (unknown type, settled problem), or
 * dead-lettered with the reason.
 */
@NullMarked
package dev.assay.messaging;

import org.jspecify.annotations.NullMarked;
