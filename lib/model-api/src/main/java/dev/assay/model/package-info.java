// SPDX-License-Identifier: Apache-2.0

/** The model as the cores see it: a prompt goes in, a reply comes out. */
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
