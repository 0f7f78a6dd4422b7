// SPDX-License-Identifier: Apache-2.0

/** How the parts are put together, and what can be configured. */
@NullMarked
package dev.assay.verifier.config;

import org.jspecify.annotations.NullMarked;
