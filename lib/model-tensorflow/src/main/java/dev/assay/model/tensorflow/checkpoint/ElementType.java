// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** The number formats that weights come in; all become 32-bit floats on reading. */
public enum ElementType {
  F32(4, "float32"),
  F16(2, "float16"),
  BF16(2, "bfloat16");

  private final int bytes;
  private final String torchName;

  ElementType(int bytes, String torchName) {
    this.bytes = bytes;
    this.torchName = torchName;
  }

  int bytes() {
    return bytes;
  }

  /** What {@code config.json} calls it. */
  String torchName() {
    return torchName;
  }

  float next(ByteBuffer source) {
    return switch (this) {
      case F32 -> source.getFloat();
      case F16 -> Float.float16ToFloat(source.getShort());
      case BF16 -> Float.intBitsToFloat(source.getShort() << 16);
    };
  }

  /**
   * Appends the nearest value that this type has; of two as near, the one with an even mantissa.
   */
  void put(ByteBuffer target, float value) {
    switch (this) {
      case F32 -> target.putFloat(value);
      case F16 -> target.putShort(Float.floatToFloat16(value));
      case BF16 -> target.putShort(bfloat16(value));
    }
  }

  /** Whether a value is still finite in this type. */
  boolean holds(float value) {
    float rounded =
        switch (this) {
          case F32 -> value;
          case F16 -> Float.float16ToFloat(Float.floatToFloat16(value));
          case BF16 -> Float.intBitsToFloat(bfloat16(value) << 16);
        };
    return Float.isFinite(value) && Float.isFinite(rounded);
  }

  /**
   * The upper half of a float. Adding half a unit of the last place carries into it when the lower
   * half is past the middle; in the middle the carry depends on whether the upper half is odd.
   */
  private static short bfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int odd = (bits >>> 16) & 1;
    return (short) ((bits + 0x7FFF + odd) >>> 16);
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
