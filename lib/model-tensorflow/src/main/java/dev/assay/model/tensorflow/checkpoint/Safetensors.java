// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A safetensors file: eight bytes of header length, a JSON header, raw little-endian values. The
 * whole header is checked on opening; values are read one tensor at a time, as floats.
 */
public final class Safetensors implements AutoCloseable {

  /** The format's own limit; a longer header is an attack or a mistake. */
  private static final long MAX_HEADER = 100_000_000;

  /** The one name in the header that is no tensor's. */
  static final String METADATA = "__metadata__";

  private static final int CHUNK = 1 << 20;

  private final Path path;
  private final FileChannel channel;
  private final long dataStart;
  private final Map<String, Entry> entries;
  private final Map<String, String> metadata;

  private Safetensors(Path path, FileChannel channel, long dataStart, JsonFile header) {
    this.path = path;
    this.channel = channel;
    this.dataStart = dataStart;
    this.entries = entries(header);
    this.metadata = metadata(header);
  }

  /** Where a tensor lies, in bytes from the start of the data. */
  private record Entry(String name, ElementType type, List<Long> shape, long begin, long end) {}

  /**
   * Opens a file and checks its whole header.
   *
   * @throws ModelLoadException if it is no safetensors file, or not all of one
   */
  public static Safetensors open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ModelLoadException(path, "no such file", "a safetensors file");
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return parse(path, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ModelLoadException(path, "cannot be read: " + e, "a safetensors file", e);
    }
  }

  private static Safetensors parse(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw new ModelLoadException(path, size + " bytes long", "at least 8 bytes");
    }
    long header = read(channel, 0, 8).getLong();
    if (header < 2 || header > MAX_HEADER) {
      throw new ModelLoadException(
          path, "header length " + Long.toUnsignedString(header), "2 to " + MAX_HEADER);
    }
    if (header > size - 8) {
      throw new ModelLoadException(
          path,
          "truncated: header of " + header + " bytes in a file of " + size,
          "at least " + (header + 8) + " bytes");
    }
    JsonFile json = JsonFile.parse(path, read(channel, 8, (int) header).array());
    Safetensors file = new Safetensors(path, channel, 8 + header, json);
    requireContiguous(path, file.entries, size - 8 - header);
    return file;
  }

  private static Map<String, Entry> entries(JsonFile json) {
    Map<String, Entry> entries = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : json.root().properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.put(field.getKey(), entry(json.path(), field.getKey(), field.getValue()));
      }
    }
    return entries;
  }

  private static Map<String, String> metadata(JsonFile json) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : json.root().path(METADATA).properties()) {
      texts.put(field.getKey(), field.getValue().asString(""));
    }
    return Map.copyOf(texts);
  }

  private static Entry entry(Path path, String name, JsonNode node) {
    JsonNode offsets = node.path("data_offsets");
    JsonNode dimensions = node.path("shape");
    if (!dimensions.isArray() || !offsets.isArray() || offsets.size() != 2) {
      throw new ModelLoadException(
          path, "tensor " + name + ": " + node, "dtype, shape and two data_offsets");
    }
    ElementType type = ElementType.of(path, name, node.path("dtype").asString("none"));
    List<Long> shape = new ArrayList<>();
    for (JsonNode dimension : dimensions) {
      shape.add(count(path, name, "shape", dimension));
    }
    long begin = count(path, name, "data_offsets", offsets.get(0));
    long end = count(path, name, "data_offsets", offsets.get(1));
    long bytes = bytes(path, name, type, shape);
    if (end - begin != bytes) {
      throw new ModelLoadException(
          path,
          "tensor " + name + " spans " + (end - begin) + " bytes",
          bytes + " for " + type + shape);
    }
    return new Entry(name, type, List.copyOf(shape), begin, end);
  }

  private static long count(Path path, String name, String field, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw new ModelLoadException(
          path, "tensor " + name + ": " + field + " holds " + node, "integers from 0");
    }
    return node.longValue();
  }

  private static long bytes(Path path, String name, ElementType type, List<Long> shape) {
    try {
      long count = 1;
      for (long dimension : shape) {
        count = Math.multiplyExact(count, dimension);
      }
      return Math.multiplyExact(count, type.bytes());
    } catch (ArithmeticException e) {
      throw new ModelLoadException(
          path, "tensor " + name + ": shape " + shape, "a size below 2^63 bytes", e);
    }
  }

  /** Tensors must fill the data without overlap, without holes and to its last byte. */
  private static void requireContiguous(Path path, Map<String, Entry> entries, long dataSize) {
    List<Entry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long next = 0;
    for (Entry entry : inOrder) {
      if (entry.end() > dataSize) {
        throw new ModelLoadException(
            path,
            "tensor " + entry.name() + " ends at byte " + entry.end(),
            "at most " + dataSize + ", the size of the data");
      }
      if (entry.begin() != next) {
        String wrong = entry.begin() < next ? " overlaps the one before it" : " leaves a hole";
        throw new ModelLoadException(
            path,
            "tensor " + entry.name() + wrong + ": it begins at byte " + entry.begin(),
            "byte " + next);
      }
      next = entry.end();
    }
    if (next != dataSize) {
      throw new ModelLoadException(
          path, (dataSize - next) + " bytes after the last tensor", "none");
    }
  }

  /** Refuses the file unless it has such a tensor. */
  void require(String name, long... shape) {
    List<Long> expected = Arrays.stream(shape).boxed().toList();
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ModelLoadException(path, "tensor " + name + " is missing", "shape " + expected);
    }
    if (!entry.shape().equals(expected)) {
      throw new ModelLoadException(
          path, "tensor " + name + " has shape " + entry.shape(), expected.toString());
    }
    if (entry.end() - entry.begin() > (long) Integer.MAX_VALUE * entry.type().bytes()) {
      throw new ModelLoadException(
          path, "tensor " + name + " has shape " + expected, "fewer than 2^31 values");
    }
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** What the writer noted beside the tensors; empty if nothing. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * The tensor's values, each of them finite.
   *
   * @throws ModelLoadException if there is no such tensor, or a value is not finite
   */
  public float[] floats(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ModelLoadException(path, "tensor " + name + " is missing", "its values");
    }
    int width = entry.type().bytes();
    float[] values = new float[(int) ((entry.end() - entry.begin()) / width)];
    try {
      for (int from = 0; from < values.length; from += CHUNK) {
        int count = Math.min(CHUNK, values.length - from);
        long position = dataStart + entry.begin() + (long) from * width;
        ByteBuffer bytes = read(channel, position, count * width);
        for (int i = from; i < from + count; i++) {
          values[i] = requireFinite(name, i, entry.type().next(bytes));
        }
      }
    } catch (IOException e) {
      throw new ModelLoadException(path, "tensor " + name + ": " + e, "its values", e);
    }
    return values;
  }

  private float requireFinite(String name, int index, float value) {
    if (!Float.isFinite(value)) {
      throw new ModelLoadException(
          path, "tensor " + name + " holds " + value + " at index " + index, "finite values");
    }
    return value;
  }

  private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, position + bytes.position());
      if (read < 0) {
        throw new EOFException("the file ends at byte " + channel.size());
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ModelLoadException(path, "cannot be closed: " + e, "a readable file", e);
    }
  }
}
