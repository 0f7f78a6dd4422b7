// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import org.tensorflow.proto.ConfigProto;

/**
 * How many threads a session computes with. Splitting the operations of a tiny model costs more
 * than it gains; note that TensorFlow fixes the number for the whole process at the first session.
 */
final class SessionSettings {

  private static final long TINY = 50_000_000;

  private SessionSettings() {}

  static ConfigProto of(DecoderConfig config) {
    ConfigProto.Builder settings = ConfigProto.newBuilder();
    if (config.parameters() < TINY) {
      settings.setIntraOpParallelismThreads(1).setInterOpParallelismThreads(-1);
    }
    return settings.build();
  }
}
