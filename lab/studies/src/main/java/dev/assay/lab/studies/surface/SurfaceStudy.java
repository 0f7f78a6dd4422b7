// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * How accuracy grows with N attempts and M verdicts on each, in a simulation, beside the surface
 * that Heimdall (arXiv 2504.10337) shows for AIME 2025.
 */
public final class SurfaceStudy implements Study {

  /**
   * Chosen so that one attempt in about 53 of 100 is right, and to resemble the published shape.
   */
  static final SimulatedProblems MODEL = new SimulatedProblems(0.36, 0.32, 8, 0.4, 0.8, 0.8, 4, 4);

  private static final int PROBLEMS = 4000;
  private static final int STOPPING_PROBLEMS = 800;
  private static final int STATED_PROBLEMS = 1500;

  @Override
  public String name() {
    return "heimdall_surface";
  }

  @Override
  public String title() {
    return "Choosing N, M and alpha: a simulated surface";
  }

  @Override
  public List<String> files() {
    return List.of();
  }

  @Override
  public Findings run(DatasetFolder data) {
    Grids grids = new Grids(Surface.of(MODEL, PROBLEMS, Grids.MOST_ATTEMPTS, Grids.MOST_VERDICTS));
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    parts.add(grids.besidePublished());
    parts.add(grids.byAttempts());
    parts.add(grids.rules());
    parts.add(grids.bestAlpha());
    parts.add(grids.alphas());
    parts.add(grids.budgets());
    parts.add(grids.byCost());
    parts.add(new Paragraph(CHOOSING));
    parts.addAll(new SurfaceStopping(MODEL, STOPPING_PROBLEMS).parts());
    parts.addAll(new VerifiedSurface(STATED_PROBLEMS).parts());
    return new Findings(parts);
  }

  private static final String ABOUT =
      "A problem is solved with a probability drawn from Beta(0.36, 0.32): many are nearly hopeless"
          + " or nearly sure, and 53 % of single attempts are right. Wrong attempts spread over 8"
          + " wrong answers with gamma(0.4) weights. The verifier passes 80 % of right and fails 80"
          + " % of wrong solutions on average, but its rate is Beta around that for each answer"
          + " (concentration 4), and for each solution around that of its answer (4): verdicts are"
          + " not independent, so more of them do not lead to certainty. These numbers were set by"
          + " hand to come near the published surface, so its likeness is no finding; what is, is"
          + " how the rules compare on one and the same surface. The published values were read off"
          + " a figure by a third party, and Heimdall's own alpha is not known; 0.1 fits its shape"
          + " better than 0.5, above all that M = 1 gains so little there.";

  private static final String CHOOSING =
      "What it says. N comes before M: two to four verdicts bring most of what verdicts can bring,"
          + " as in the published surface, and beyond eight the intervals no longer tell. Voting by"
          + " pass rates levels off from about N = 32 on, whatever M: a popular wrong answer that the"
          + " verifier lets pass now and then outvotes a rare right one. Pessimistic selection keeps"
          + " growing with N. An alpha of 0.5 is near the best of the sweep almost everywhere; at 0"
          + " lucky single answers win, which hurts most where M = 1 and N is large, and at 2 it"
          + " drifts towards the majority. Only with many verdicts on many attempts does a larger"
          + " alpha pay. Counted in cost, a small budget is best spent on N with M = 1, and even 33"
          + " solutions' worth buys no more than N = 8 with one verdict each; above that M = 4 is the"
          + " best or as good as any. Where verdicts err together, as here, more of them on the same"
          + " solutions cannot replace more solutions.";
}
