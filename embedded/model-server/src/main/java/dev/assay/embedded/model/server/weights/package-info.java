// SPDX-License-Identifier: Apache-2.0

/** The models that are served. */
@NullMarked
package dev.assay.embedded.model.server.weights;

import org.jspecify.annotations.NullMarked;
