// SPDX-License-Identifier: Apache-2.0

/** Puts messaging together for a service, and lets it begin and end. */
@NullMarked
package dev.assay.messaging.config;

import org.jspecify.annotations.NullMarked;
