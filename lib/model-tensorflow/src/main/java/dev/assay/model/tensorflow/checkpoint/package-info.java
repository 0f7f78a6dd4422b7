// SPDX-License-Identifier: Apache-2.0

/**
 * A Hugging Face model folder as it lies on disk: read, checked, and handed on in the layout that
 * the graph multiplies with. Nothing here knows TensorFlow, and nothing here is trusted: every
 * offset, shape, type and value is checked before it is used, and a refusal names the file, what
 * was wrong and what was expected.
 */
@NullMarked
package dev.assay.model.tensorflow.checkpoint;

import org.jspecify.annotations.NullMarked;
