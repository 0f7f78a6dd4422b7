// SPDX-License-Identifier: Apache-2.0

/** The broker as something to wait for: whether it can be worked with, and the topics on it. */
@NullMarked
package dev.assay.messaging.broker;

import org.jspecify.annotations.NullMarked;
