// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.contracts.FinishReason;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.roles.Finding;
import dev.assay.roles.NoReplyException;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a role do its job with samples, as it would do it in earnest. */
final class SampleCheck {

  /** However slow the model: what ends a call is the role's own time-out. */
  private static final Duration PLENTY = Duration.ofDays(1);

  private final CheckedRole checked;
  private final RoleJob job;
  private final Role role;
  private final CheckBill bill;
  private boolean reached;

  SampleCheck(CheckedRole checked, CheckBill bill) {
    this.checked = checked;
    this.job = checked.job();
    this.role = checked.role();
    this.bill = bill;
  }

  /** Whether the model was reached, so that it makes sense to ask for more. */
  boolean reached() {
    return reached;
  }

  List<Diagnosis> run() {
    Protocol protocol = role.protocol();
    if (!job.isAble(protocol)) {
      return List.of(
          Diagnosis.fault(
              "the protocol %s is none for a %s".formatted(protocol.name(), job.word()),
              "another one in assay.role.protocol"));
    }
    Optional<Sample> sample = Sample.within(protocol);
    if (sample.isEmpty()) {
      return List.of(
          Diagnosis.advice(
              "not tried: no sample is in the reach of the protocol " + protocol.name(),
              "a question of its own by ./assay ask"));
    }
    List<Diagnosis> found = new ArrayList<>(RoleSettings.of(checked, sample.get()));
    try {
      found.addAll(job.isJudge() ? judged(sample.get()) : written(sample.get()));
    } catch (NoReplyException e) {
      bill.add(e.spent());
      reached |= e.spent().calls() > 0;
      found.add(CallTrouble.of(e, role.model()));
    }
    return found;
  }

  private List<Diagnosis> written(Sample sample) {
    Finding<?> finding = asked(sample, false);
    if (finding.reading() instanceof Unreadable<?> none) {
      return List.of(unreadable(finding, none, sample, false));
    }
    String answer =
        finding.value().orElseThrow() instanceof Draft draft ? String.valueOf(draft.answer()) : "";
    return List.of(
        sample.isAnswer(answer)
            ? Diagnosis.well("answers %s to a simple problem".formatted(answer))
            : Diagnosis.warning(
                "answers %s to a simple problem".formatted(answer),
                sample.answer() + "; a model that can solve what is asked of it"));
  }

  private List<Diagnosis> judged(Sample sample) {
    Finding<?> ofRight = asked(sample, true);
    Finding<?> ofWrong = asked(sample, false);
    Optional<Boolean> right = ofRight.value().flatMap(RoleJob::calledRight);
    Optional<Boolean> wrong = ofWrong.value().flatMap(RoleJob::calledRight);
    if (right.isEmpty() && ofRight.reading() instanceof Unreadable<?> none) {
      return List.of(unreadable(ofRight, none, sample, true));
    }
    if (wrong.isEmpty() && ofWrong.reading() instanceof Unreadable<?> none) {
      return List.of(unreadable(ofWrong, none, sample, false));
    }
    return List.of(judgement(right.orElse(false), wrong.orElse(false)));
  }

  private Diagnosis judgement(boolean right, boolean wrong) {
    if (right && !wrong) {
      return Diagnosis.well("tells a plainly right solution from a plainly wrong one");
    }
    String what =
        right
            ? "calls a plainly right solution right and a plainly wrong one as well"
            : wrong
                ? "calls a plainly right solution wrong and a plainly wrong one right"
                : "calls a plainly wrong solution wrong and a plainly right one as well";
    return Diagnosis.fault(
        what,
        "one right and one wrong; the protocol that the model was trained in by"
            + " assay.role.protocol, or another model by assay.role.model.name");
  }

  private Finding<?> asked(Sample sample, boolean right) {
    return asked(job.opening(role.protocol(), sample, right), right);
  }

  private <T> Finding<T> asked(Reading<T> opening, boolean right) {
    Terms terms = new Terms(role.clock().instant().plus(PLENTY), false);
    Finding<T> finding = role.ask(opening, "check/" + job.word() + "/" + right, terms);
    bill.add(finding.usage());
    reached |= finding.usage().calls() > 0;
    return finding;
  }

  private Diagnosis unreadable(
      Finding<?> finding, Unreadable<?> none, Sample sample, boolean right) {
    if (finding.finishReason() == FinishReason.LENGTH) {
      return CutShort.of(role, finding);
    }
    String what =
        "replies cannot be read in the protocol %s: %s"
            .formatted(role.protocol().name(), none.why());
    return OtherProtocols.reading(job, role.protocol(), sample, right, finding)
        .map(
            other ->
                Diagnosis.fault(what, "assay.role.protocol=%s, which reads them".formatted(other)))
        .orElseGet(
            () ->
                Diagnosis.fault(
                    what + "; it begins: " + none.beginning(),
                    none.expected() + "; no other protocol reads it"));
  }
}
