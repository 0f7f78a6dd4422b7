// SPDX-License-Identifier: Apache-2.0

/** Measurements that a person starts by hand. */
@NullMarked
package dev.assay.inference.bench;

import org.jspecify.annotations.NullMarked;
