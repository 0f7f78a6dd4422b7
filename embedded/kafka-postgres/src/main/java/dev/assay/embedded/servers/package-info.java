// SPDX-License-Identifier: Apache-2.0

/** Kafka and PostgreSQL without installing either: the real ones, started from this JVM. */
@NullMarked
package dev.assay.embedded.servers;

import org.jspecify.annotations.NullMarked;
