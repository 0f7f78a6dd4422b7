// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.draws.LikelihoodFit;
import dev.assay.lab.draws.StudyRoles;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.LikelihoodScale;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns from questions of known answers what the verifier's likelihoods are worth. */
@Command(
    name = "likelihood",
    description = {
      "Learn what the verifier's likelihoods are worth, from questions whose answers are known.",
      "",
      "  ./assay likelihood --generated 250 --out embedded/model/weights/verifier/likelihood.json",
      "",
      "Draws solutions as the loop would, and has the verifier read them. A verifier that is",
      "started with ASSAY_VERIFIER_VERDICTS=likelihood then judges by what it reads.",
      ""
    },
    mixinStandardHelpOptions = true)
final class LikelihoodCommand implements Callable<Integer> {

  @Mixin private QuestionSource source = new QuestionSource();

  @Mixin private LearntFile out = new LearntFile();

  @Override
  public Integer call() {
    List<BenchProblem> problems = source.problems();
    out.requireWritable();
    StatusLine status = StatusLine.onStandardError();
    StudyRoles players = OpenModels.players(OpenModels.log());
    PoolProgress progress =
        new PoolProgress(status, InstantSource.system(), "solutions", problems.size());
    LikelihoodScale learnt = learn(players, problems, progress);
    status.clear();
    out.write(learnt);
    lines(learnt).forEach(System.out::println);
    return ExitCode.VERIFIED;
  }

  private static LikelihoodScale learn(
      StudyRoles players, List<BenchProblem> problems, PoolProgress progress) {
    try {
      return LikelihoodFit.of(players, problems, LocalDate.now(ZoneOffset.UTC), progress::show);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<String> lines(LikelihoodScale learnt) {
    List<String> lines = new ArrayList<>();
    lines.add("verifier  " + learnt.verifier());
    for (Calibration.Step step : learnt.calibration().steps()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "least likely token from %.2g: right with probability %.3f (%d of %d)",
              Math.exp(step.from()),
              step.confidence(),
              step.right(),
              step.count()));
    }
    lines.add("written   " + out);
    return lines;
  }
}
