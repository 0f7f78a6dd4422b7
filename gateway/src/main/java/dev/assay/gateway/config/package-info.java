// SPDX-License-Identifier: Apache-2.0

/** Properties and wiring. */
@NullMarked
package dev.assay.gateway.config;

import org.jspecify.annotations.NullMarked;
