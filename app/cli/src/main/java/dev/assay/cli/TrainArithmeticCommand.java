// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.embedded.model.recipe.EmbeddedPack;
import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the weights of the embedded models anew. */
@Command(
    name = "arithmetic",
    description = {
      "Train the embedded models on arithmetic, from nothing.",
      "",
      "  ./assay train arithmetic --minutes 45",
      "",
      "May be stopped at any time: the same command goes on where it was. The same seed and",
      "minutes make the same weights.",
      ""
    },
    mixinStandardHelpOptions = true)
final class TrainArithmeticCommand implements Callable<Integer> {

  private static final String USUAL_OUT = "trained";

  private final TrainingRun training;

  @Option(
      names = "--minutes",
      paramLabel = "COUNT",
      required = true,
      description = "How much to train, in minutes of two cores of 2026.")
  private int minutes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the first weights and of the questions (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_OUT,
      description = "Where the weights go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(USUAL_OUT);

  TrainArithmeticCommand() {
    this(TrainArithmeticCommand::train);
  }

  TrainArithmeticCommand(TrainingRun training) {
    this.training = training;
  }

  @Override
  public Integer call() {
    UsageException.requireAtLeastOne("--minutes", minutes);
    prepare(out, minutes, seed);
    StatusLine status = StatusLine.onStandardError();
    List<Path> weights;
    try {
      weights = training.train(out, minutes, seed, sink(status));
    } finally {
      status.clear();
    }
    weights.forEach(folder -> System.out.println("weights  " + folder));
    System.out.println("loss     " + picture(out));
    System.out.println("use      ASSAY_MODELS=" + out + " ./assay serve");
    return ExitCode.VERIFIED;
  }

  /** Before the work, which takes hours. */
  private static void prepare(Path pack, int minutes, long seed) {
    try {
      Files.createDirectories(pack);
      try (Stream<Path> files = Files.list(pack)) {
        if (!Files.exists(pack.resolve(TrainingRun.RUNS)) && files.findAny().isPresent()) {
          throw new UsageException(
              "--out: %s has files, but no training (expected: a new folder, or one to go on with)"
                  .formatted(pack));
        }
      }
      Files.createDirectories(pack.resolve(TrainingRun.RUNS));
      requireSame(pack, "--minutes " + minutes + " --seed " + seed);
    } catch (IOException e) {
      throw new UsageException(
          "--out: cannot write to " + pack + " (" + FailureText.of(e) + "); choose another");
    }
    // Before anything logs: there is no data folder to keep the log in.
    System.setProperty("assay.log", log(pack).toString());
  }

  /** In the words of the command: the runs know only steps. */
  private static void requireSame(Path pack, String asked) throws IOException {
    Path note = pack.resolve(TrainingRun.RUNS).resolve("options");
    if (!Files.exists(note)) {
      Files.writeString(note, asked);
    } else if (!Files.readString(note).equals(asked)) {
      throw new UsageException(
          "--out: %s was begun with %s (asked for: %s); ask for the same to go on, or choose another folder"
              .formatted(pack, Files.readString(note), asked));
    }
  }

  private static Path log(Path pack) {
    return pack.resolve(TrainingRun.RUNS).resolve("assay.log").toAbsolutePath();
  }

  private static Path picture(Path pack) {
    Path picture = pack.resolve(TrainingRun.RUNS).resolve("loss.svg");
    try {
      LossCurve.draw(pack.resolve(TrainingRun.RUNS), picture);
      return picture;
    } catch (IOException e) {
      throw new SystemFailedException("could not draw " + picture + ": " + e, e);
    }
  }

  private static List<Path> train(Path pack, int minutes, long seed, ProgressSink sink) {
    NativeErrors.toLog(log(pack));
    new EmbeddedPack(pack, minutes, seed, sink).train();
    return EmbeddedPack.folders().stream().map(pack::resolve).toList();
  }

  private static ProgressSink sink(StatusLine status) {
    return new ProgressSink() {
      @Override
      public void show(String line) {
        status.show(line);
      }

      @Override
      public void say(String line) {
        status.done(line);
      }
    };
  }
}
