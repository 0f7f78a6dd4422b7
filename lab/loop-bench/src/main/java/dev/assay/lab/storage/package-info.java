// SPDX-License-Identifier: Apache-2.0
/** What a problem takes on disks: counted in the database and at the broker, by table and topic. */
@NullMarked
package dev.assay.lab.storage;

import org.jspecify.annotations.NullMarked;
