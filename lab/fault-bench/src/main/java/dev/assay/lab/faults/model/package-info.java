// SPDX-License-Identifier: Apache-2.0
/** A model on a server that misbehaves as told, and remembers every call. */
@NullMarked
package dev.assay.lab.faults.model;

import org.jspecify.annotations.NullMarked;
