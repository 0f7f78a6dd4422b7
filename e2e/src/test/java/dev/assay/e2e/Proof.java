// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.ProblemView;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.gateway.core.ProblemEvidence.Attempt;
import dev.assay.gateway.core.ProblemEvidence.Judgement;
import dev.assay.gateway.core.ProblemEvidence.Revision;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What must be true of the evidence of any answer. */
final class Proof {

  private Proof() {}

  static ProblemEvidence read(JsonNode evidence) {
    return Json.mapper().treeToValue(evidence, ProblemEvidence.class);
  }

  static Policy policy(ProblemView view) {
    return Json.mapper().treeToValue(view.json().path("policy"), Policy.class);
  }

  /** Everything that the answer counts is there, and is what the answer says that it is. */
  static void supports(ProblemEvidence evidence) {
    Answer answer = evidence.answer();
    assertThat(answer).isNotNull();
    assertThat(evidence.complete()).isTrue();
    answer
        .groups()
        .forEach(group -> group.solutions().forEach(judged -> supports(evidence, judged)));
  }

  private static void supports(ProblemEvidence evidence, JudgedSolution judged) {
    Revision solution =
        evidence.attempts().stream()
            .filter(each -> each.number() == judged.id().attempt().number())
            .flatMap(each -> each.solutions().stream())
            .filter(each -> each.revision() == judged.id().revision())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no evidence of " + judged.id()));
    List<Verdict> readable =
        solution.verdicts().stream().map(Judgement::verdict).filter(Verdict::readable).toList();
    assertThat(solution.text()).as("text of %s", judged.id()).isNotBlank();
    assertThat(solution.answer()).as("answer of %s", judged.id()).isNotBlank();
    assertThat(solution.critique()).as("critique of %s", judged.id()).isNotNull();
    assertThat(solution.critique().critique() instanceof Sound).isEqualTo(judged.accepted());
    if (!evidence.answer().late()) {
      assertThat(solution.verdicts()).as("verdicts on %s", judged.id()).hasSize(judged.asked());
      assertThat(readable).as("readable verdicts on %s", judged.id()).hasSize(judged.readable());
      assertThat(readable.stream().mapToDouble(Verdict::pass).sum()).isEqualTo(judged.passes());
    }
  }

  /** No attempt got lost on its way, whatever became of it. */
  static void everyAttemptHasEnded(ProblemEvidence evidence, Policy policy) {
    assertThat(evidence.attempts()).hasSize(policy.attempts());
    assertThat(evidence.attempts()).allMatch(attempt -> hasEnded(attempt, policy));
  }

  private static boolean hasEnded(Attempt attempt, Policy policy) {
    if (attempt.abandoned() != null) {
      return true;
    }
    Revision last = attempt.solutions().getLast();
    boolean refinable =
        last.critique() == null
            || (last.critique().critique() instanceof Flawed
                && last.revision() < policy.revisions());
    return !refinable
        && (last.answer() == null || last.verdicts().size() == policy.verifications());
  }

  /** The bill by the single events, each counted once. */
  static Usage bill(Collection<Event> events) {
    TreeMap<String, Usage> steps = new TreeMap<>();
    for (Event event : events) {
      Usage step =
          switch (event) {
            case Drafted drafted -> drafted.spend().step();
            case Criticised criticised -> criticised.spend().step();
            case Returned returned -> returned.usage();
            default -> Usage.NONE;
          };
      steps.putIfAbsent(event.eventId(), step);
    }
    return steps.values().stream().reduce(Usage.NONE, Usage::plus);
  }
}
