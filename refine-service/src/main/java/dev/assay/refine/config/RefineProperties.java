// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.config;

import dev.assay.refine.core.RefineMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How flawed solutions are revised.
 *
 * @param mode rewrite: anew as a whole, with the critique in hand; backtrack: kept up to the first
 *     wrong step, and gone on with from another one
 */
@ConfigurationProperties(value = "assay.refine", ignoreUnknownFields = false)
record RefineProperties(@DefaultValue("rewrite") RefineMode mode) {}
