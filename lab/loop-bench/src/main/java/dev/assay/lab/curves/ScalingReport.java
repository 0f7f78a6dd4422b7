// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Notice;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a pool says of the loop: its accuracy against calls, its judges, and its controls. */
public final class ScalingReport {

  /** From stopping only where nothing can change to the tolerance of the verifier service. */
  private static final double[] EPSILONS = {0, 0.01, AdaptiveReplay.SERVICE_EPSILON};

  private final DrawnPool drawn;
  private final DrawnPool self;
  private final Function<String, List<String>> derivation;
  private final PooledCases cases;
  private final PoolSize size;
  private final PooledCases criticCases;
  private final CurveParts curves;

  /**
   * @param drawn at least one problem
   * @param self of the same problems, with the generator's weights in every role
   * @param critic of the same problems, with the critic's weights as the generator
   * @param derivation the right lines of a question, the answer last
   */
  public ScalingReport(
      DrawnPool drawn,
      DrawnPool self,
      DrawnPool critic,
      Function<String, List<String>> derivation) {
    this.drawn = drawn;
    this.self = self;
    this.derivation = derivation;
    this.cases = PooledCases.of(drawn);
    this.size = PoolSize.of(drawn.settings());
    this.criticCases = PooledCases.of(critic);
    Curves measured = new Curves(cases, size);
    this.curves = new CurveParts(measured, measured.votedBy(criticCases), adaptive());
  }

  private List<AdaptiveReplay> adaptive() {
    List<AdaptiveReplay> stopped = new ArrayList<>();
    for (double epsilon : EPSILONS) {
      stopped.add(AdaptiveReplay.of(cases, size.loop(), epsilon));
    }
    GridSize whole = GridSize.guided(size.attempts(), size.verifications(), size.revisions());
    if (!whole.equals(size.loop())) {
      // In a large grid a smaller one hardly ever stops, and takes minutes to find that out.
      stopped.add(AdaptiveReplay.of(cases, whole, AdaptiveReplay.SERVICE_EPSILON));
    }
    return stopped;
  }

  /** Accuracy against calls, for those who look at one picture only. */
  public Chart picture() {
    return curves.picture();
  }

  /** What verification buys, in a few rows. */
  public Table summary() {
    return new ScalingSummary(curves).table();
  }

  public Findings findings() {
    List<VerifierScore> verifier =
        Arrays.stream(size.someVerifications())
            .mapToObj(votes -> VerifierScore.of(cases, votes))
            .toList();
    List<ReportPart> parts = new ArrayList<>();
    Notice.ofSample(cases.all().size(), "problems").ifPresent(parts::add);
    parts.add(about());
    parts.add(summary());
    parts.add(roles());
    parts.add(LoopParts.comparisons(comparisons()));
    parts.add(new Paragraph(CONTROLS));
    parts.add(picture());
    parts.addAll(curves.charts());
    parts.add(curves.grids());
    parts.add(curves.stoppingTable());
    parts.add(LoopParts.refinement(cases, size.revisions()));
    parts.add(JudgeParts.critic(CriticScore.of(drawn.problems(), derivation)));
    parts.add(new Paragraph(CRITIC));
    parts.add(JudgeParts.verifierChart(verifier));
    parts.add(JudgeParts.verifier(verifier, VerifierScore.likelihood(cases)));
    parts.add(new Paragraph(VERIFIER));
    return new Findings(parts);
  }

  private Paragraph about() {
    return new Paragraph(
        cases.all().size()
            + " problems. Everything that the roles can be asked for was drawn once, with the code,"
            + " the prompts and the sampling of the services; every figure is then computed from"
            + " that pool, with the rules of the services. Right means equal to the target. An"
            + " accuracy is the mean of "
            + PooledCases.DRAWS
            + " random orders of each problem's attempts and verdicts, of which a grid takes the"
            + " first; its interval is a 95 % percentile bootstrap over problems. Calls are billed as"
            + " the services bill them: a draft, a critique of every revision, a refinement of every"
            + " flagged one, M verdicts on each outcome that states an answer, and the second"
            + " question wherever a reply could not be read. Two series need less and are billed"
            + " less: majority of drafts, one draft each, and the rules that ignore verdicts, none of"
            + " those.");
  }

  private Table roles() {
    return new Table(
        "Who answered",
        List.of("role", "weights, style, sampling"),
        drawn.settings().roles().entrySet().stream()
            .map(each -> List.of(Cell.text(each.getKey()), Cell.text(each.getValue())))
            .toList());
  }

  private List<PairedComparison> comparisons() {
    GridSize loop = size.loop();
    Strategy ours = Strategy.loop(cases, loop);
    GridSize one = GridSize.guided(1, loop.verifications(), loop.revisions());
    return List.of(
        PairedComparison.of(
            "majority of drafts, equal calls", ours, Strategy.votesFor(cases, loop)),
        PairedComparison.of(
            "majority of the critic's own drafts, equal calls",
            ours,
            Strategy.votesFor(cases.votedBy(criticCases), loop)),
        PairedComparison.of(
            "the loop, refined from a step of chance", ours, Strategy.loop(cases, loop.blind())),
        PairedComparison.of(
            "one attempt, refined from a step of chance",
            Strategy.loop(cases, one),
            Strategy.loop(cases, one.blind())),
        PairedComparison.of(
            "the loop by the generator alone", ours, Strategy.loop(PooledCases.of(self), loop)));
  }

  private static final String CONTROLS =
      "Ours is the loop: pessimistic selection with refinement, N = 8 and M = 4 where the pool is"
          + " large enough. The same number of calls on plain voting is counted problem by problem:"
          + " as many drafts as the loop made calls there. The critic's own drafts are those that its"
          + " weights write as the generator: the best that one of the models comes to alone."
          + " Refinement from a step of chance sees"
          + " the same critic but cuts a flagged solution before a random line and hands on no"
          + " suggestion (Tyen et al. 2024); against one attempt of its own there are no others to"
          + " choose among. The loop by the generator alone has its weights in all"
          + " roles. The means and differences are over orders; McNemar's exact test is of one run,"
          + " the order in which everything was drawn, and counts the problems that only one of the"
          + " two got right.";

  private static final String CRITIC =
      "A draft is wrong if a line differs from the canonical derivation, and the first that does is"
          + " its first wrong line. An unreadable critique counts against the critic on both sides."
          + " The intervals are Wilson's, as if drafts were independent; those of one problem are"
          + " not quite.";

  private static final String VERIFIER =
      "Over all outcomes that state an answer, drafts and refined ones. The score is the mean of the"
          + " readable votes; accuracy is by majority, a tie counting half. Where prompts of two"
          + " verdicts are equal, their replies come from one set of four times M, of which each"
          + " outcome has M of its own: outcomes of one problem may share some, as the services'"
          + " would not. Likelihood is the other protocol: one pass that reads the outcome and takes"
          + " the probability of its least likely token. Problems, not outcomes, are resampled.";
}
