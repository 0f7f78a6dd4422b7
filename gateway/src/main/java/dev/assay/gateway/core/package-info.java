// SPDX-License-Identifier: Apache-2.0

/** What the gateway decides, in plain Java: what is a fair request, what the evidence says. */
@NullMarked
package dev.assay.gateway.core;

import org.jspecify.annotations.NullMarked;
