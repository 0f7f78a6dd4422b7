// SPDX-License-Identifier: Apache-2.0

/** The binder: how functions are handed the records of their topics. */
@NullMarked
package dev.assay.messaging.input;

import org.jspecify.annotations.NullMarked;
