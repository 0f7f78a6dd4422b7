// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.graph.AdamW;
import dev.assay.model.tensorflow.graph.DecoderTraining;
import java.util.List;

/**
 * The one loop that all training shares: supervised fine-tuning, rejection fine-tuning and policy
 * gradients differ in the examples and their weights, which an {@link ExampleSource} decides.
 *
 * <p>Not safe for use by many threads.
 */
public final class Trainer implements AutoCloseable {

  private final Plan plan;
  private final DecoderTraining training;
  private long step;
  private long block = -1;
  private List<List<TokenExample>> batches = List.of();

  /**
   * How a run goes.
   *
   * @param schedule the learning rate
   * @param batchesPerBlock into how many batches a block of examples is cut
   * @param seed of the shuffling
   */
  public record Plan(
      DecoderConfig config,
      AdamW.Settings optimiser,
      LearningRateSchedule schedule,
      int batchesPerBlock,
      long seed) {}

  /**
   * What happened in a step.
   *
   * @param step counted from 1
   * @param loss mean cross-entropy of the learnt tokens, in nats; of weighted ones if they have
   *     weights
   * @param learningRate used
   * @param gradientNorm before clipping
   * @param positions computed, without padding
   */
  public record Step(
      long step, double loss, double learningRate, double gradientNorm, long positions) {}

  public Trainer(Plan plan, TrainerState from) {
    this.plan = plan;
    this.training = DecoderTraining.create(plan.config(), plan.optimiser());
    this.training.restore(from.vectors());
    this.step = from.step();
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /** Whether the schedule is through. */
  public boolean finished() {
    return step >= plan.schedule().steps();
  }

  /** Does one step on the next batch of the source. */
  public Step next(ExampleSource source) {
    List<TokenExample> batch = batch(source);
    long next = step + 1;
    double rate = plan.schedule().at(next);
    DecoderTraining.Report report = training.step(Batches.shards(batch), rate, next);
    requireFinite(next, report);
    step = next;
    long positions = batch.stream().mapToLong(TokenExample::positions).sum();
    return new Step(next, report.loss(), rate, report.gradientNorm(), positions);
  }

  private List<TokenExample> batch(ExampleSource source) {
    long wanted = step / plan.batchesPerBlock();
    if (wanted != block) {
      batches =
          Batches.cut(source.block(wanted), plan.batchesPerBlock(), plan.seed() * 31 + wanted);
      block = wanted;
    }
    return batches.get((int) (step % plan.batchesPerBlock()));
  }

  private static void requireFinite(long step, DecoderTraining.Report report) {
    if (!Double.isFinite(report.loss()) || !Double.isFinite(report.gradientNorm())) {
      throw new IllegalStateException(
          "step %d: loss %s, gradient norm %s (expected: finite numbers; a lower learning rate helps)"
              .formatted(step, report.loss(), report.gradientNorm()));
    }
  }

  /** What is needed to go on from here. */
  public TrainerState state() {
    List<float[]> vectors = training.state();
    return new TrainerState(step, vectors.get(0), vectors.get(1), vectors.get(2));
  }

  @Override
  public void close() {
    training.close();
  }
}
