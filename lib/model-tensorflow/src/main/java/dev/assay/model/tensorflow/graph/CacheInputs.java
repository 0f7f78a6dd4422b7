// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;

/** Where the host says how the cache is to be rebuilt. */
final class CacheInputs {

  final Placeholder<TInt32> from; // (B)
  final Placeholder<TInt32> kept; // scalar
  final Placeholder<TInt32> growth; // scalar
  final Placeholder<TInt32> freshGrowth; // scalar

  CacheInputs(Ops tf) {
    from = tf.placeholder(TInt32.class);
    kept = tf.placeholder(TInt32.class);
    growth = tf.placeholder(TInt32.class);
    freshGrowth = tf.placeholder(TInt32.class);
  }

  KvCache.Layout layout() {
    return new KvCache.Layout(from, kept, growth, freshGrowth);
  }
}
