// SPDX-License-Identifier: Apache-2.0
/** The system as processes of their own, each of which can be killed, frozen and started again. */
@NullMarked
package dev.assay.lab.faults.system;

import org.jspecify.annotations.NullMarked;
