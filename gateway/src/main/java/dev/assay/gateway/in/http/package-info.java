// SPDX-License-Identifier: Apache-2.0

/** HTTP in: requests are read and refused here, and decided on in core. */
@NullMarked
package dev.assay.gateway.in.http;

import org.jspecify.annotations.NullMarked;
