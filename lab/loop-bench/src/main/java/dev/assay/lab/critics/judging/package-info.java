// SPDX-License-Identifier: Apache-2.0

/**
 * Has a role judge labelled solutions, and keeps what it says so that nothing is paid for twice.
 */
@NullMarked
package dev.assay.lab.critics.judging;

import org.jspecify.annotations.NullMarked;
