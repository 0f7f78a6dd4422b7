// SPDX-License-Identifier: Apache-2.0

/** What happens to problems between a final solution and an answer: pure Java. */
@NullMarked
package dev.assay.verifier.core;

import org.jspecify.annotations.NullMarked;
