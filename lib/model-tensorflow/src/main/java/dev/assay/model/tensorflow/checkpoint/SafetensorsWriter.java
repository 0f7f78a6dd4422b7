// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what {@link Safetensors} reads. The same tensors always give the same bytes: names come in
 * order, data without holes, and the header is padded so that the data begins at a multiple of 8.
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  /** Values that are turned into bytes at a time. */
  private static final int CHUNK = 1 << 16;

  private final Path path;
  private final ElementType type;
  private final SortedMap<String, Matrix> tensors;

  private SafetensorsWriter(Path path, ElementType type, Map<String, Matrix> tensors) {
    this.path = path;
    this.type = type;
    this.tensors = new TreeMap<>(tensors);
  }

  /**
   * Writes tensors, so that the file is there whole or not at all.
   *
   * @param type the format of every tensor; values are rounded to the nearest, ties to even
   * @param metadata texts for the header's {@code __metadata__}; left out if there are none
   * @throws IllegalArgumentException if a value is not finite, or not in {@code type}; nothing is
   *     written then
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(
      Path path, Map<String, Matrix> tensors, ElementType type, Map<String, String> metadata) {
    SafetensorsWriter writer = new SafetensorsWriter(path, type, tensors);
    byte[] header = writer.header(new TreeMap<>(metadata));
    AtomicFile.write(path, channel -> writer.writeTo(channel, header));
  }

  private byte[] header(SortedMap<String, String> metadata) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      fields.put(Safetensors.METADATA, metadata);
    }
    long begin = 0;
    for (Map.Entry<String, Matrix> tensor : tensors.entrySet()) {
      Matrix matrix = tensor.getValue();
      long end = begin + (long) matrix.values().length * type.bytes();
      fields.put(tensor.getKey(), new Entry(type.name(), matrix.shape(), List.of(begin, end)));
      begin = end;
    }
    return padded(JsonMapper.shared().writeValueAsBytes(fields));
  }

  /** A tensor's line in the header, with the names that the format gives the fields. */
  private record Entry(String dtype, List<Long> shape, List<Long> data_offsets) {}

  private static byte[] padded(byte[] json) {
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return padded;
  }

  private void writeTo(FileChannel channel, byte[] header) throws IOException {
    AtomicFile.fully(channel, littleEndian(Long.BYTES).putLong(header.length).flip());
    AtomicFile.fully(channel, ByteBuffer.wrap(header));
    for (Map.Entry<String, Matrix> tensor : tensors.entrySet()) {
      write(channel, tensor.getKey(), tensor.getValue().values());
    }
  }

  private void write(FileChannel channel, String name, float[] values) throws IOException {
    ByteBuffer bytes = littleEndian(Math.min(CHUNK, values.length) * type.bytes());
    for (int i = 0; i < values.length; i++) {
      if (!type.holds(values[i])) {
        throw new IllegalArgumentException(
            "%s: tensor %s holds %s at index %d (expected: finite values within %s)"
                .formatted(path, name, values[i], i, type));
      }
      type.put(bytes, values[i]);
      if (!bytes.hasRemaining() || i == values.length - 1) {
        AtomicFile.fully(channel, bytes.flip());
        bytes.clear();
      }
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
