// SPDX-License-Identifier: Apache-2.0

/** From topics to core types and back; nothing here thinks. */
@NullMarked
package dev.assay.generator.in;

import org.jspecify.annotations.NullMarked;
