// SPDX-License-Identifier: Apache-2.0

/** How the server is put together, and what can be configured. */
@NullMarked
package dev.assay.embedded.model.server.config;

import org.jspecify.annotations.NullMarked;
