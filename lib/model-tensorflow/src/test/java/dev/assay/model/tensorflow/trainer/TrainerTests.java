// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.graph.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTests {

  private static TrainerState first() {
    return TrainerState.initial(new ParameterLayout(TinyDecoder.CONFIG).initial(3));
  }

  private static TrainerState trained(TrainerState from, long steps) {
    try (Trainer trainer = new Trainer(TinyDecoder.plan(24), from)) {
      while (trainer.step() < steps) {
        trainer.next(TinyDecoder::echoes);
      }
      return trainer.state();
    }
  }

  @Test
  void learnsWhatItIsShown() {
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer = new Trainer(TinyDecoder.plan(150), first())) {
      while (!trainer.finished()) {
        losses.add(trainer.next(TinyDecoder::echoes).loss());
      }
    }
    assertThat(losses.getFirst()).isBetween(2.0, 3.5);
    assertThat(losses.getLast()).isLessThan(0.3);
  }

  @Test
  void theSameStepsGiveTheSameBits() {
    assertThat(trained(first(), 12).parameters()).isEqualTo(trained(first(), 12).parameters());
  }

  @Test
  void aContinuedRunEqualsAnUnbrokenOne() {
    TrainerState unbroken = trained(first(), 24);
    TrainerState continued = trained(trained(first(), 9), 24);
    assertThat(continued.step()).isEqualTo(24);
    assertThat(continued.parameters()).isEqualTo(unbroken.parameters());
    assertThat(continued.firstMoments()).isEqualTo(unbroken.firstMoments());
    assertThat(continued.secondMoments()).isEqualTo(unbroken.secondMoments());
  }

  @Test
  void whatHasANegativeWeightBecomesLessLikely() {
    List<TokenExample> block = TinyDecoder.echoes(0);
    List<TokenExample> punished =
        block.stream().map(e -> new TokenExample(e.tokens(), e.promptLength(), -1)).toList();
    try (Trainer trainer = new Trainer(TinyDecoder.plan(150), first())) {
      double before = -trainer.next(_ -> punished).loss();
      while (trainer.step() < 8) {
        trainer.next(_ -> punished);
      }
      assertThat(-trainer.next(_ -> punished).loss()).isGreaterThan(before + 0.1);
    }
  }
}
