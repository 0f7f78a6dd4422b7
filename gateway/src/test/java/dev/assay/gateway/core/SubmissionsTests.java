// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.QuestionKind;
import dev.assay.gateway.core.LoadShedding.Limits;
import dev.assay.gateway.core.Refusal.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionsTests {

  private static final QuestionKind SUMS = new QuestionKind("sums");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final RememberedProblems problems = new RememberedProblems();
  private Optional<String> shortage = Optional.empty();
  private final LoadShedding shedding =
      new LoadShedding(new Limits(Duration.ofSeconds(10), 4), new Random(1), _ -> {});
  private final Submissions submissions =
      new Submissions(
          Policy.DEFAULT,
          new Grammar(),
          problem ->
              problem.policy().maxErrorRate() == null || SUMS.equals(problem.kind())
                  ? Optional.empty()
                  : Optional.of("max_error_rate cannot be promised: ./assay calibrate"),
          () -> shortage,
          shedding,
          problems,
          () -> NOW,
          new Random(1));

  @Test
  void whatIsLeftOutComesFromTheDefaults() {
    PolicyOverrides three =
        PolicyOverrides.NONE.withEffort(new PolicyOverrides.Effort(3, null, null));

    Problem problem = submissions.submit("2+2?", null, null, three, null).problem().problem();

    assertThat(problem.policy().attempts()).isEqualTo(3);
    assertThat(problem.policy().deadline()).isEqualTo(Policy.DEFAULT.deadline());
  }

  @Test
  void idsAreVersion7AndCarryTheTime() {
    Problem problem = submissions.submit("2+2?", null, null, null, null).problem().problem();

    assertThat(problem.id().value().version()).isEqualTo(7);
    assertThat(problem.id().value().variant()).isEqualTo(2);
    assertThat(problem.id().value().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    assertThat(problem.submittedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
  }

  @Test
  void whatCannotBePromisedIsRefusedBeforeItCosts() {
    PolicyOverrides strict =
        PolicyOverrides.NONE.withErrorRates(new PolicyOverrides.ErrorRates(0.1, null));

    assertThatThrownBy(() -> submissions.submit("2+2?", null, null, strict, null))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
        .hasMessage("policy.max_error_rate cannot be promised: ./assay calibrate");
    assertThat(problems.count()).isZero();
  }

  @Test
  void whatCanBePromisedOfAKindIsTaken() {
    PolicyOverrides strict =
        PolicyOverrides.NONE.withErrorRates(new PolicyOverrides.ErrorRates(0.1, null));

    assertThat(submissions.submit("2+2?", "sums", null, strict, null).problem().problem().kind())
        .isEqualTo(SUMS);
    assertThatThrownBy(() -> submissions.submit("swap", null, null, strict, null))
        .hasMessageContaining("cannot be promised");
  }

  @Test
  void theKindIsWhatTheGrammarKnowsOrElseWhatTheCallerSays() {
    assertThat(kind("2+2?", "sums")).isEqualTo(SUMS);
    assertThat(kind("2+2?", null)).isNull();
    assertThat(kind("swap", null)).isEqualTo(new QuestionKind("swaps"));
    assertThat(kind("swap", "swaps")).isEqualTo(new QuestionKind("swaps"));
    assertThatThrownBy(() -> kind("swap", "sums"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID))
        .hasMessage("kind: sums (expected: swaps, which the question is by its form, or none)");
    assertThatThrownBy(() -> kind("2+2?", "Sums!"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INVALID))
        .hasMessageStartingWith("kind: \"Sums!\" (expected: ");
  }

  private @Nullable QuestionKind kind(String question, @Nullable String said) {
    return submissions.submit(question, said, null, null, null).problem().problem().kind();
  }

  @Test
  void whatIsTooMuchIsRefusedAndLeavesNothingBehind() {
    submissions.submit("2+2?", null, null, null, "k");
    shedding.look(() -> 4, Optional::empty);

    assertRefused(Kind.BUSY, "2+2?", null);
    assertRefused(Kind.BUSY, "2+2?", "another");
    assertThat(problems.count()).isEqualTo(1);
    assertThat(submissions.submit("2+2?", null, null, null, "k").created()).isFalse();
  }

  @Test
  void anotherKindIsAnotherRequest() {
    Problem problem = submissions.submit("2+2?", "sums", null, null, "key").problem().problem();

    assertThat(submissions.submit("2+2?", "sums", null, null, "key").problem().problem())
        .isEqualTo(problem);
    assertThatThrownBy(() -> submissions.submit("2+2?", "others", null, null, "key"))
        .hasMessageContaining("Idempotency-Key");
    assertRefused(Kind.CONFLICT, "2+2?", "key");
  }

  @Test
  void whatWasTakenIsAnsweredWhateverANewRequestWouldBeTold() {
    Problems.Added first = submissions.submit("2+2?", null, null, null, "k");
    shortage = Optional.of("3 MB left");

    Problems.Added again = submissions.submit("2+2?", null, null, null, "k");

    assertThat(again.created()).isFalse();
    assertThat(again.problem()).isEqualTo(first.problem());
  }

  @Test
  void withoutSpaceNothingIsTaken() {
    shortage = Optional.of("3 MB left");

    assertThatThrownBy(() -> submissions.submit("2+2?", null, null, null, null))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FULL))
        .hasMessage("3 MB left");
    assertThat(problems.count()).isZero();
  }

  @Test
  void theSameRequestUnderTheSameKeyIsTheSameProblem() {
    var first = submissions.submit("2+2?", null, null, null, "key");
    var second = submissions.submit("2+2?", null, null, PolicyOverrides.NONE, "key");

    assertThat(second.created()).isFalse();
    assertThat(second.problem()).isEqualTo(first.problem());
    assertRefused(Kind.CONFLICT, "3+3?", "key");
  }

  /** As builds computed them that pinned the text of the fields, old and new. */
  @Test
  void whatAnEarlierBuildTookIsRecognised() throws Exception {
    PolicyOverrides set =
        PolicyOverrides.NONE
            .withEffort(new PolicyOverrides.Effort(3, null, null))
            .withErrorRates(new PolicyOverrides.ErrorRates(null, 0.1));
    String kept =
        "2+2?\0PolicyOverrides[attempts=3, verifications=null, revisions=null, rule=null,"
            + " alpha=null, verifiedFrom=null, abstainBelow=null, quorum=null, deadline=null,"
            + " stopping=null, maxErrorRate=null, falsePass=0.1]";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
    Problem problem = submissions.submit("2+2?", null, null, set, null).problem().problem();
    problems.add(problem, "key", HexFormat.of().formatHex(hash));

    assertThat(submissions.submit("2+2?", null, null, set, "key").problem().problem())
        .isEqualTo(problem);
    assertRefused(Kind.CONFLICT, "2+2?", "key");
    PolicyOverrides stricter = set.withConduct(new PolicyOverrides.Conduct(false));
    assertThatThrownBy(() -> submissions.submit("2+2?", null, null, stricter, "key"))
        .as("which no such build could have been asked for")
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void refusalsLeaveNothing() {
    assertRefused(Kind.OUT_OF_REACH, "poem", null);
    assertRefused(Kind.INVALID, " ", null);
    assertRefused(Kind.INVALID, "\u00a0\u2007\u202f\u3000", null);
    assertRefused(Kind.INVALID, "\u200b\u200d\u2060\ufeff\u00ad\u202e", null);
    assertRefused(Kind.INVALID, "\u3164\uffa0\u115f\u2800\ufe0f\udb40\udc41", null);
    assertRefused(Kind.INVALID, "a\u0007", null);
    assertRefused(Kind.INVALID, "\udc00", null);
    assertRefused(Kind.INVALID, "é".repeat(16_385), null);
    assertRefused(Kind.INVALID, "2+2?", "tab\there");
    assertRefused(Kind.INVALID, "2+2?", "");

    assertThat(problems.count()).isZero();
  }

  @Test
  void textInAnyLanguageIsAQuestion() {
    submissions.submit("Wieviel ist\t²⁄₃ von 𝟙?\r\n", null, null, null, null);
    submissions.submit("\u202bכמה זה 2\u200e+2\u202c؟", null, null, null, null);

    assertThat(problems.count()).isEqualTo(2);
  }

  @Test
  void theRightAnswerGoesWithTheProblem() {
    Problem problem = submissions.submit("2+2?", null, "4", null, "key").problem().problem();

    assertThat(problem.reference()).isEqualTo("4");
    assertThat(submissions.submit("2+2?", null, "4", null, "key").problem().problem())
        .isEqualTo(problem);
    assertThatThrownBy(() -> submissions.submit("2+2?", null, "5", null, "key"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void whatCannotBeARightAnswerIsRefusedByName() {
    for (String reference : List.of("", " \u200b", "4".repeat(2_049), "4\0", "\ud800")) {
      assertThatThrownBy(() -> submissions.submit("2+2?", null, reference, null, null))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("reference: ");
    }
  }

  private void assertRefused(Kind kind, String question, @Nullable String key) {
    assertThatThrownBy(() -> submissions.submit(question, null, null, null, key))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  /** Reaches all but poems, and knows swaps. */
  private static final class Grammar implements QuestionAcceptance {

    @Override
    public Optional<String> refusal(String question, @Nullable String reference) {
      return question.equals("poem") ? Optional.of("no poems") : Optional.empty();
    }

    @Override
    public Optional<QuestionKind> kind(String question) {
      return question.equals("swap") ? Optional.of(new QuestionKind("swaps")) : Optional.empty();
    }
  }
}
