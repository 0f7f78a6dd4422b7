// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what is read, to the bit where the type allows it. */
class SafetensorsWriterTests {

  @TempDir Path folder;

  @Test
  void floatsComeBackToTheBit() {
    float[] values = new float[200_000];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.exp(10 * random.nextGaussian()));
    }
    values[0] = -0.0f;
    values[1] = Float.MIN_VALUE;
    values[2] = Float.MAX_VALUE;
    Path file = write(ElementType.F32, Map.of("a", Matrix.vector(values)), Map.of());

    assertThat(read(file, "a")).isEqualTo(values);
  }

  @Test
  void namesShapesAndMetadataComeBack() {
    Matrix matrix = new Matrix(new float[] {1, 2, 3, 4, 5, 6}, List.of(2L, 3L));
    Map<String, Matrix> tensors =
        Map.of("layer/b", matrix, "a", Matrix.vector(new float[] {7}), "c", empty());
    Path file = write(ElementType.F32, tensors, Map.of("step", "12", "text", "one\n\"two\""));

    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names()).containsExactlyInAnyOrder("a", "layer/b", "c");
      assertThat(read.metadata()).isEqualTo(Map.of("step", "12", "text", "one\n\"two\""));
      read.require("layer/b", 2, 3);
      assertThat(read.floats("layer/b")).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(read.floats("c")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BF16, 0x1.01p0, 0x1.0p0", // half way between two: to the even one, which is below
    "BF16, 0x1.03p0, 0x1.04p0", // and here above
    "BF16, 0x1.010002p0, 0x1.02p0",
    "BF16, -0x1.01p0, -0x1.0p0",
    "BF16, 0x1.ffp0, 0x1.0p1",
    "F16, 0x1.002p0, 0x1.0p0",
    "F16, 0x1.006p0, 0x1.008p0",
    "F16, 0x1.00201p0, 0x1.004p0",
  })
  void halfPrecisionRoundsToTheNearestAndTiesToEven(ElementType type, float value, float rounded) {
    Path file = write(type, Map.of("a", Matrix.vector(new float[] {value})), Map.of());
    assertThat(read(file, "a")).containsExactly(rounded);
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void theDataBeginsAtAMultipleOfEight(ElementType type) throws Exception {
    for (int length = 1; length < 10; length++) {
      Path file = write(type, Map.of("a".repeat(length), empty()), Map.of());
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(bytes.getLong() % 8).isZero();
    }
  }

  @Test
  void theSameTensorsGiveTheSameBytes() throws Exception {
    Map<String, Matrix> one = new LinkedHashMap<>();
    Map<String, Matrix> other = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      one.put("t" + i, Matrix.vector(new float[] {i}));
      other.put("t" + (19 - i), Matrix.vector(new float[] {19 - i}));
    }
    byte[] first = Files.readAllBytes(write(ElementType.F32, one, Map.of("a", "1", "b", "2")));
    byte[] second = Files.readAllBytes(write(ElementType.F32, other, Map.of("b", "2", "a", "1")));

    assertThat(second).isEqualTo(first);
    assertThat(new String(first, 8, 40, StandardCharsets.UTF_8))
        .startsWith("{\"__metadata__\":{\"a\":\"1\",\"b\":\"2\"}");
  }

  @ParameterizedTest
  @CsvSource({"F32, NaN", "BF16, NaN", "F16, 70000", "F32, -Infinity", "BF16, 0x1.fffffep127"})
  void whatTheTypeCannotHoldIsRefusedAndTheOldFileStays(ElementType type, float value)
      throws Exception {
    Path file = write(ElementType.F32, Map.of("a", Matrix.vector(new float[] {1})), Map.of());
    Map<String, Matrix> bad = Map.of("a", Matrix.vector(new float[] {1, value}));

    assertThatThrownBy(() -> write(type, bad, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "tensor a holds %s at index 1 (expected: finite values within %s)", value, type);
    assertThat(read(file, "a")).containsExactly(1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static Matrix empty() {
    return new Matrix(new float[0], List.of(0L, 4L));
  }

  private Path write(ElementType type, Map<String, Matrix> tensors, Map<String, String> metadata) {
    Path file = folder.resolve("a.safetensors");
    SafetensorsWriter.write(file, tensors, type, metadata);
    return file;
  }

  private static float[] read(Path file, String name) {
    try (Safetensors read = Safetensors.open(file)) {
      return read.floats(name);
    }
  }
}
