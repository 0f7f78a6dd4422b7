// SPDX-License-Identifier: Apache-2.0

/** OpenAI's chat completions over HTTP: requests in, replies and errors out. */
@NullMarked
package dev.assay.embedded.model.server.http;

import org.jspecify.annotations.NullMarked;
