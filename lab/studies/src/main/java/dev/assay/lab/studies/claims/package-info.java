// SPDX-License-Identifier: Apache-2.0

/** What exact checking of claims is worth, on solutions that people have judged. */
@NullMarked
package dev.assay.lab.studies.claims;

import org.jspecify.annotations.NullMarked;
