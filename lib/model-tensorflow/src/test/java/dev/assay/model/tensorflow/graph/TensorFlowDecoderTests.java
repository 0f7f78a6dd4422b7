// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.tensorflow.EmbeddedModels;
import dev.assay.model.tensorflow.ScalarDecoder;
import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers: what the graph computes against an independent implementation, and itself. */
class TensorFlowDecoderTests {

  private static Tokenizer tokenizer;
  private static TensorFlowDecoder decoder;

  @BeforeAll
  static void load() {
    try (Checkpoint checkpoint = Checkpoint.open(EmbeddedModels.FOLDER)) {
      tokenizer = checkpoint.tokenizer();
      decoder = TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights());
    }
  }

  @AfterAll
  static void close() {
    decoder.close();
    tokenizer.close();
  }

  @BeforeEach
  void clear() {
    decoder.clear();
  }

  static List<Path> models() {
    return EmbeddedModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void logitsAgreeWithAnIndependentImplementation(Path model) {
    ScalarDecoder scalar = ScalarDecoder.open(model);
    try (Checkpoint checkpoint = Checkpoint.open(model);
        Tokenizer own = checkpoint.tokenizer();
        TensorFlowDecoder loaded =
            TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights())) {
      for (String prompt : EmbeddedModels.PROMPTS) {
        int[] tokens = own.encode(prompt);
        assertThat(loaded.logits(tokens))
            .as(prompt)
            .containsExactly(scalar.logits(tokens), within(1e-3f));
      }
    }
  }

  @Test
  void theCacheGivesWhatReadingEverythingGives() {
    int[] prompt = tokenizer.encode("S(-1+2+9*5)-(-2+-4+-4*-7)>");

    Decoder.Drawn first = decoder.read(plan(64, 0), new int[][] {prompt}, greedy(1, 1));
    Decoder.Drawn rest = generate(first, new int[] {prompt.length}, 12);

    int[] text = Arrays.copyOf(prompt, prompt.length + 13);
    text[prompt.length] = first.token(0, 0);
    for (int step = 0; step < rest.steps(); step++) {
      int read = prompt.length + 1 + step;
      float[] expected = logSoftmax(decoder.logits(Arrays.copyOf(text, read)));
      text[read] = rest.token(step, 0);
      assertThat(rest.logProbability(step, 0)).isCloseTo(expected[text[read]], within(1e-4f));
    }
  }

  @Test
  void whatIsDrawnIsAsLikelyAsReadingItSays() {
    for (float uniform : new float[] {0, 0.3f, 0.9f}) {
      int[] prompt = tokenizer.encode(EmbeddedModels.PROMPTS.getLast());
      decoder.clear();
      Decoder.Drawn first = decoder.read(plan(64, 0), new int[][] {prompt}, draws(1, 1, uniform));
      Decoder.Drawn rest =
          decoder.generate(
              new int[] {first.token(0, 0)},
              new int[] {prompt.length},
              new int[] {12},
              draws(1, 12, uniform));

      int[] text = Arrays.copyOf(prompt, prompt.length + 1 + rest.steps());
      float[] said = new float[1 + rest.steps()];
      text[prompt.length] = first.token(0, 0);
      said[0] = first.logProbability(0, 0);
      for (int step = 0; step < rest.steps(); step++) {
        text[prompt.length + 1 + step] = rest.token(step, 0);
        said[1 + step] = rest.logProbability(step, 0);
      }
      assertThat(decoder.score(new int[][] {text}, new int[] {prompt.length})[0])
          .containsExactly(said, within(1e-4f));
    }
  }

  @Test
  void rowsOfUnequalLengthDoNotDisturbEachOther() {
    int[][] prompts =
        EmbeddedModels.PROMPTS.stream()
            .map(prompt -> tokenizer.encode(prompt))
            .toArray(int[][]::new);
    int rows = prompts.length;

    Decoder.Drawn first =
        decoder.read(plan(160, IntStream.range(0, rows).toArray()), prompts, greedy(rows, 1));
    int[] lengths = Arrays.stream(prompts).mapToInt(prompt -> prompt.length).toArray();
    Decoder.Drawn together = generate(first, lengths, 16);

    for (int row = 0; row < rows; row++) {
      decoder.clear();
      Decoder.Drawn alone = decoder.read(plan(160, 0), new int[][] {prompts[row]}, greedy(1, 1));
      assertThat(first.logProbability(0, row)).isCloseTo(alone.logProbability(0, 0), within(1e-4f));
      Decoder.Drawn next = generate(alone, new int[] {lengths[row]}, 16);
      for (int step = 0; step < next.steps(); step++) {
        assertThat(together.token(step, row)).isEqualTo(next.token(step, 0));
        assertThat(together.logProbability(step, row))
            .isCloseTo(next.logProbability(step, 0), within(1e-4f));
      }
    }
  }

  @Test
  void rowsSurviveReorderingAndGrowth() {
    int[] a = tokenizer.encode("S(-1+2+9*5)-(-2+-4+-4*-7)>");
    int[] b = tokenizer.encode("S(3*-3*6+-5)-(-2+-7-7--7)>");
    Decoder.Drawn first = decoder.read(plan(64, 0, 1), new int[][] {a, b}, greedy(2, 1));
    int[] lengths = {a.length, b.length};
    float straight = generate(first, lengths, 4).logProbability(3, 1);

    decoder.clear();
    decoder.read(plan(48, 0, 1), new int[][] {a, b}, greedy(2, 1));
    decoder.rearrange(plan(96, 1, 0, 1));
    int token = first.token(0, 1);
    Decoder.Drawn moved =
        decoder.generate(
            new int[] {token, 0, token},
            new int[] {b.length, 0, b.length},
            new int[] {4, 0, 4},
            greedy(3, 4));

    assertThat(moved.logProbability(3, 0)).isCloseTo(straight, within(1e-4f));
    assertThat(moved.logProbability(3, 2)).isCloseTo(straight, within(1e-4f));
  }

  @Test
  void theLoopEndsWhenEveryRowHas() {
    int[] prompt = tokenizer.encode("S(-1+2+9*5)-(-2+-4+-4*-7)>");
    Decoder.Drawn first = decoder.read(plan(128, 0), new int[][] {prompt}, greedy(1, 1));

    ScalarDecoder scalar = ScalarDecoder.open(EmbeddedModels.FOLDER);
    assertThat(1 + generate(first, new int[] {prompt.length}, 96).steps())
        .isEqualTo(scalar.greedy(prompt, 96).tokens().size());
  }

  private static Decoder.Drawn generate(Decoder.Drawn first, int[] positions, int steps) {
    int[] limits = new int[first.rows()];
    Arrays.fill(limits, steps);
    int[] tokens = IntStream.range(0, first.rows()).map(row -> first.token(0, row)).toArray();
    return decoder.generate(tokens, positions, limits, greedy(first.rows(), steps));
  }

  private static Decoder.CachePlan plan(int length, int... from) {
    return new Decoder.CachePlan(from, length);
  }

  private static Decoder.Draws greedy(int rows, int steps) {
    return draws(rows, steps, 0);
  }

  private static Decoder.Draws draws(int rows, int steps, float uniform) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    float[][] uniforms = new float[rows][steps];
    Arrays.stream(uniforms).forEach(row -> Arrays.fill(row, uniform));
    return new Decoder.Draws(ones, ones, uniforms);
  }

  private static float[] logSoftmax(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    float[] result = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      result[i] = (float) (logits[i] - Math.log(sum));
    }
    return result;
  }
}
