// SPDX-License-Identifier: Apache-2.0
/** How our readers read the tables that hold them, and what changes where they do. */
@NullMarked
package dev.assay.lab.readings;

import org.jspecify.annotations.NullMarked;
