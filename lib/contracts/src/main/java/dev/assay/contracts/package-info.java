// SPDX-License-Identifier: Apache-2.0

/**
 * What the services say to each other: ids, the problem and its policy, one sealed interface of
 * events per topic, and the codec that puts them on the wire.
 */
@NullMarked
package dev.assay.contracts;

import org.jspecify.annotations.NullMarked;
