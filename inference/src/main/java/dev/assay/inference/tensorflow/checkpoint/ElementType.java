// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** The number formats that weights come in; all become 32-bit floats on reading. */
enum ElementType {
  F32(4),
  F16(2),
  BF16(2);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  float next(ByteBuffer source) {
    return switch (this) {
      case F32 -> source.getFloat();
      case F16 -> Float.float16ToFloat(source.getShort());
      case BF16 -> Float.intBitsToFloat(source.getShort() << 16);
    };
  }

  static ElementType of(Path path, String tensor, String name) {
    for (ElementType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new ModelLoadException(
        path, "tensor " + tensor + " has dtype " + name, Arrays.toString(values()));
  }
}
