// SPDX-License-Identifier: Apache-2.0

/**
 * The model in this process: a {@link dev.assay.model.Model} on TensorFlow Java for Qwen2 decoders
 * in Hugging Face layout.
 *
 * <p>To follow it: {@code checkpoint} reads and checks a folder; {@code graph} holds the weights,
 * the key-value cache and the decode loop in a session; {@code Engine} owns that session with one
 * thread and batches the calls that are in flight (rows come and go between chunks of tokens);
 * {@code Generation} is one call on the host's side; {@code TensorFlowModel} is what callers hold,
 * and {@code TensorFlowModels} lets all of a process share one engine for each folder.
 *
 * <p>Threads: callers block on their own generation's events and run their callbacks themselves;
 * the engine's thread is the only one that touches the session and the rows. A call's draws come
 * from its own seed, one a token, so its text does not depend on what else is in the batch.
 */
@NullMarked
package dev.assay.model.tensorflow;

import org.jspecify.annotations.NullMarked;
