// SPDX-License-Identifier: Apache-2.0

/** The embedded weights as a server, for deployments in which no worker carries them. */
@NullMarked
package dev.assay.embedded.model.server;

import org.jspecify.annotations.NullMarked;
