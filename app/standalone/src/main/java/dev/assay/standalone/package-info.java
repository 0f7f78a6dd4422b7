// SPDX-License-Identifier: Apache-2.0

/** The whole system in one process: a broker, a database and the five services. */
@NullMarked
package dev.assay.standalone;

import org.jspecify.annotations.NullMarked;
