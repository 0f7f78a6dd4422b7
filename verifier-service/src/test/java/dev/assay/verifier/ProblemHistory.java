// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.VerdictTally;
import java.util.List;
import java.util.stream.Stream;

/** Everything that happened to a problem, so that any part of it can be looked at again. */
record ProblemHistory(Problem problem, List<Criticised> finals, List<Returned> verdicts) {

  List<Event> events() {
    List<Returned> wanted = verdicts.stream().filter(this::wanted).toList();
    return Stream.<List<? extends Event>>of(List.of(new Submitted(problem)), finals, wanted)
        .<Event>flatMap(List::stream)
        .toList();
  }

  /** Others are refused; of a revision that is not known nobody can say yet. */
  private boolean wanted(Returned verdict) {
    return verdict.verification().number() < problem.policy().verifications()
        && finals.stream()
            .map(Criticised::solution)
            .filter(each -> each.id().equals(verdict.verification().solution()))
            .allMatch(each -> each.answer() != null);
  }

  /** What there would be, had only so much been asked for. */
  Evidence evidence(Policy asked) {
    return new Evidence(
        asked.attempts(),
        finals.stream()
            .filter(each -> each.solution().id().attempt().number() < asked.attempts())
            .map(each -> solution(each, asked.verifications()))
            .toList(),
        List.of());
  }

  private FinalSolution solution(Criticised critique, int verifications) {
    Solution solution = critique.solution();
    return new FinalSolution(
        solution.id(),
        solution.answer(),
        critique.critique() instanceof Sound,
        solution.tokens(),
        Usage.NONE,
        tally(verdicts(solution.id(), verifications)));
  }

  /** Added up one by one, as the database does. */
  private static VerdictTally tally(List<Verdict> verdicts) {
    List<Verdict> readable = verdicts.stream().filter(Verdict::readable).toList();
    double passes = readable.stream().mapToDouble(Verdict::pass).reduce(0, Double::sum);
    return new VerdictTally(verdicts.size(), readable.size(), passes, Usage.NONE);
  }

  private List<Verdict> verdicts(SolutionId solution, int verifications) {
    return verdicts.stream()
        .filter(each -> each.verification().solution().equals(solution))
        .filter(each -> each.verification().number() < verifications)
        .map(Returned::verdict)
        .toList();
  }
}
