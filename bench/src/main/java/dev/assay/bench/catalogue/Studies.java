// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.catalogue;

import dev.assay.bench.confidence.CalibrationStudy;
import dev.assay.bench.study.Study;
import dev.assay.bench.study.claims.ArithmeticMistakesStudy;
import dev.assay.bench.study.claims.ClaimLabelsStudy;
import dev.assay.bench.study.claims.ProcessBenchStudy;
import dev.assay.bench.study.claims.SolutionClaimsStudy;
import dev.assay.bench.study.game24.Game24Study;
import dev.assay.bench.study.judge.JudgeStudy;
import dev.assay.bench.study.surface.SurfaceStudy;
import dev.assay.bench.study.verifycot.VerifyCotStudy;
import dev.assay.bench.study.zeroeval.ZeroEvalPoolStudy;
import dev.assay.bench.study.zeroeval.ZeroEvalStudy;
import java.util.List;

/** The studies that there are, in the order of the report. */
public final class Studies {

  private static final List<Study> ALL =
      List.of(
          new ZeroEvalStudy(),
          new VerifyCotStudy(),
          new Game24Study(),
          new SolutionClaimsStudy(),
          new ProcessBenchStudy(),
          new ArithmeticMistakesStudy(),
          new ClaimLabelsStudy(),
          new JudgeStudy(),
          new ZeroEvalPoolStudy(),
          new SurfaceStudy(),
          new CalibrationStudy());

  private Studies() {}

  public static List<Study> all() {
    return ALL;
  }
}
