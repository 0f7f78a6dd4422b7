// SPDX-License-Identifier: Apache-2.0
/** Records as they lie on topics, and copies of them put there once more. */
@NullMarked
package dev.assay.lab.faults.topics;

import org.jspecify.annotations.NullMarked;
