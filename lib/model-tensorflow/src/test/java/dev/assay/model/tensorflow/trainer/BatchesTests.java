// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.tensorflow.graph.Shard;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTests {

  @Test
  void everyExampleIsInExactlyOneBatch() {
    List<TokenExample> block = TinyDecoder.echoes(1);
    List<List<TokenExample>> batches = Batches.cut(block, 8, 1);
    assertThat(batches).hasSize(8);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(block);
  }

  @Test
  void batchesAreOfAboutEqualSizeAndOfLikeLengths() {
    for (List<TokenExample> batch : Batches.cut(TinyDecoder.echoes(2), 8, 1)) {
      int positions = batch.stream().mapToInt(TokenExample::positions).sum();
      int longest = batch.stream().mapToInt(TokenExample::positions).max().orElseThrow();
      assertThat(positions).isBetween(45, 90);
      assertThat(longest * batch.size()).isLessThan(positions * 13 / 10);
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    List<TokenExample> block = TinyDecoder.echoes(1);
    assertThat(Batches.cut(block, 8, 1)).isEqualTo(Batches.cut(block, 8, 1));
    assertThat(Batches.cut(block, 8, 1)).isNotEqualTo(Batches.cut(block, 8, 2));
  }

  @Test
  void onlyCompletionsAreLearntAndTheirWeightsAddUpToOne() {
    TokenExample longer = new TokenExample(new int[] {1, 2, 3, 4, 5}, 2, 1);
    TokenExample shorter = new TokenExample(new int[] {6, 7, 8}, 2, 1);
    List<Shard> shards = Batches.shards(List.of(longer, shorter));
    assertThat(shards.getFirst().tokens()).containsExactly(1, 2, 3, 4);
    assertThat(shards.getFirst().next()).containsExactly(2, 3, 4, 5);
    assertThat(shards.getFirst().weights()).containsExactly(0, 0.25f, 0.25f, 0.25f);
    assertThat(shards.getLast().weights()).containsExactly(0, 0.25f);
  }

  @Test
  void shorterRowsArePaddedWithoutWeight() {
    TokenExample longer = new TokenExample(new int[] {1, 2, 3, 4}, 1, 1);
    TokenExample shorter = new TokenExample(new int[] {6, 7}, 1, 1);
    Shard shard = Batches.shards(List.of(longer, longer, shorter, shorter)).getFirst();
    assertThat(shard.width()).isEqualTo(3);
    assertThat(shard.tokens()).containsExactly(1, 2, 3, 6, 0, 0);
    assertThat(shard.weights()[3]).isCloseTo(1f / 8, within(1e-6f));
    assertThat(shard.weights()[4]).isZero();
  }

  @Test
  void tooFewExamplesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Batches.cut(TinyDecoder.echoes(1), 64, 1))
        .withMessage("64 examples for 64 batches (expected: at least 128)");
  }
}
