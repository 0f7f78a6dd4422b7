// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.catalogue;

import dev.assay.lab.studies.Study;
import dev.assay.lab.studies.claims.ArithmeticMistakesStudy;
import dev.assay.lab.studies.claims.ClaimLabelsStudy;
import dev.assay.lab.studies.claims.ProcessBenchStudy;
import dev.assay.lab.studies.claims.RightSolutionsStudy;
import dev.assay.lab.studies.claims.SolutionClaimsStudy;
import dev.assay.lab.studies.confidence.CalibrationStudy;
import dev.assay.lab.studies.game24.Game24Study;
import dev.assay.lab.studies.judge.JudgeStudy;
import dev.assay.lab.studies.surface.SurfaceStudy;
import dev.assay.lab.studies.verifycot.VerifyCotStudy;
import dev.assay.lab.studies.zeroeval.ZeroEvalPoolStudy;
import dev.assay.lab.studies.zeroeval.ZeroEvalStudy;
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
          new RightSolutionsStudy(),
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
