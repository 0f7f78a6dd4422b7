// SPDX-License-Identifier: Apache-2.0

/** What the web server knows and the servlet API does not tell. */
@NullMarked
package dev.assay.service.http;

import org.jspecify.annotations.NullMarked;
