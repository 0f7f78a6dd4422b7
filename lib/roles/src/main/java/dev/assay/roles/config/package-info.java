// SPDX-License-Identifier: Apache-2.0

/** Makes a service's role from its configuration. */
@NullMarked
package dev.assay.roles.config;

import org.jspecify.annotations.NullMarked;
