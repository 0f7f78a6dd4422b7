// SPDX-License-Identifier: Apache-2.0

/**
 * The language that the embedded model is asked in and answers in. Nothing outside of this module
 * names it: it is found as one protocol among others.
 */
@NullMarked
package dev.assay.embedded.grammar;

import org.jspecify.annotations.NullMarked;
