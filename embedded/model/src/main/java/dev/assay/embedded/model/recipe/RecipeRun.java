// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.Alphabet;
import dev.assay.model.tensorflow.checkpoint.CheckpointWriter;
import dev.assay.model.tensorflow.checkpoint.ElementType;
import dev.assay.model.tensorflow.graph.ParameterLayout;
import dev.assay.model.tensorflow.trainer.LossLog;
import dev.assay.model.tensorflow.trainer.LossReport;
import dev.assay.model.tensorflow.trainer.ProgressSink;
import dev.assay.model.tensorflow.trainer.RunFolder;
import dev.assay.model.tensorflow.trainer.TokenExample;
import dev.assay.model.tensorflow.trainer.Trainer;
import dev.assay.model.tensorflow.trainer.TrainerState;
import dev.assay.model.tensorflow.trainer.TrainingProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one set of weights in a folder of its own, and goes on there if it was interrupted.
 *
 * <p>States are saved between blocks only: a block is a function of its number and of the weights
 * before it, so a run that goes on does what it would have done.
 */
final class RecipeRun implements AutoCloseable {

  private static final String FINAL = "final";
  private static final String EARLY = "early";
  private static final String MOMENT = "moment";

  /** The file of a model folder that is written last: without it an export was killed. */
  private static final String LAST = "config.json";

  /** Blocks between evaluations. */
  private static final int EVALUATE_EVERY = 30;

  /** Above this loss samples are noise that does not even end. */
  private static final double WORTH_SAMPLING = 0.1;

  private final RunPlan plan;
  private final ProgressSink sink;
  private final HeldOutEvaluation evaluation;
  private final RunFolder folder;
  private final ParameterLayout layout;

  /** The step after which {@link #moment} last wrote; none in this process yet. */
  private long written = -1;

  /**
   * Takes the folder.
   *
   * @throws dev.assay.model.tensorflow.trainer.RunFolderException if it is in use, or full of
   *     something else
   */
  RecipeRun(Path path, RunPlan plan, HeldOutEvaluation evaluation, ProgressSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.evaluation = evaluation;
    this.layout = new ParameterLayout(plan.config());
    this.folder = RunFolder.take(path, plan.recipe());
  }

  /** Where the weights are, when {@link #train} has returned. */
  Path finished() {
    return folder.resolve(FINAL);
  }

  /** Where the early weights are; empty if the run was never that far. */
  Optional<Path> early() {
    return Optional.of(folder.resolve(EARLY)).filter(path -> Files.exists(path.resolve(LAST)));
  }

  /**
   * Trains to the end.
   *
   * @throws dev.assay.model.tensorflow.trainer.RunFolderException if another recipe's run is in the
   *     folder
   * @throws IllegalStateException if the loss is no longer finite
   * @throws java.io.UncheckedIOException if the folder cannot be written to
   */
  void train() {
    TrainerState from =
        folder.newest(sink).orElseGet(() -> TrainerState.initial(layout.initial(plan.seed())));
    if (from.step() > 0) {
      sink.say("%s: going on from step %,d".formatted(plan.name(), from.step()));
    }
    try (Trainer trainer = new Trainer(plan.trainer(), from);
        LossLog log = LossLog.open(folder.resolve(LossLog.FILE), from.step())) {
      TrainingProgress progress =
          new TrainingProgress(
              sink, InstantSource.system(), from.step(), plan.trainer().schedule().steps());
      while (!trainer.finished()) {
        LossReport report = block(trainer);
        log.add(report);
        progress.report(report);
        folder.save(trainer.state());
      }
      export(FINAL, ElementType.F16, trainer);
    }
  }

  private LossReport block(Trainer trainer) {
    long index = trainer.step() / RunPlan.BATCHES;
    List<TokenExample> examples =
        plan.curriculum().block(plan.seed(), index, () -> moment(trainer)).stream()
            .map(Alphabet::encode)
            .toList();
    long start = System.nanoTime();
    long positions = 0;
    double loss = 0;
    Trainer.Step step;
    do {
      step = trainer.next(_ -> examples);
      positions += step.positions();
      loss += step.loss();
    } while (trainer.step() % RunPlan.BATCHES != 0);
    double seconds = (System.nanoTime() - start) / 1e9;
    keepEarly(trainer, loss / RunPlan.BATCHES);
    return new LossReport(
        step.step(),
        loss / RunPlan.BATCHES,
        step.learningRate(),
        step.gradientNorm(),
        positions / seconds,
        scores(trainer));
  }

  /** Keeps the weights of the moment when they are as good as the plan's early ones are to be. */
  private void keepEarly(Trainer trainer, double loss) {
    if (plan.early() > 1 || loss > WORTH_SAMPLING || early().isPresent()) {
      return;
    }
    double sampled = evaluation.sampled(moment(trainer));
    sink.show("%s: sampled answers right: %.3f".formatted(plan.name(), sampled));
    if (sampled >= plan.early()) {
      sink.say(
          "%s: early weights kept, sampled answers right: %.3f".formatted(plan.name(), sampled));
      export(EARLY, ElementType.F16, trainer);
    }
  }

  private Map<String, Double> scores(Trainer trainer) {
    long blocks = trainer.step() / RunPlan.BATCHES;
    if (blocks % EVALUATE_EVERY != 0 && blocks != plan.blocks()) {
      return Map.of();
    }
    Map<String, Double> scores = evaluation.of(moment(trainer));
    sink.say("%s: right after step %,d: %s".formatted(plan.name(), trainer.step(), scores));
    return scores;
  }

  /** The weights as they are now; written once however many ask between two steps. */
  private Path moment(Trainer trainer) {
    if (written != trainer.step()) {
      export(MOMENT, ElementType.F32, trainer);
      written = trainer.step();
    }
    return folder.resolve(MOMENT);
  }

  private void export(String name, ElementType type, Trainer trainer) {
    CheckpointWriter.write(
        folder.resolve(name),
        plan.config(),
        Alphabet.tokens(),
        layout.matrices(trainer.state().parameters()),
        type);
  }

  @Override
  public void close() {
    folder.close();
  }
}
