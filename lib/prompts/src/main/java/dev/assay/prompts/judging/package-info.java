// SPDX-License-Identifier: Apache-2.0

/**
 * What protocols have in common that have solutions judged: how text of others is shown without its
 * speaking for the judge, and how the one marker in a reply is found that is the judge's own.
 */
@NullMarked
package dev.assay.prompts.judging;

import org.jspecify.annotations.NullMarked;
