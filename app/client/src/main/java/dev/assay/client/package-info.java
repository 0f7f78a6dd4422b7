// SPDX-License-Identifier: Apache-2.0

/** The gateway as seen from outside: nothing here knows how answers are made. */
@NullMarked
package dev.assay.client;

import org.jspecify.annotations.NullMarked;
