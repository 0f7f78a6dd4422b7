// SPDX-License-Identifier: Apache-2.0
/** What the system keeps of its promises while what it runs on is killed, frozen and confused. */
@NullMarked
package dev.assay.lab.faults;

import org.jspecify.annotations.NullMarked;
