// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.prompts.reading.FinalAnswers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a verifier's text says of the step that it checked. */
enum VerifierVerdict {
  RIGHT,
  WRONG,
  /** Nothing to check, undecided or contradictory: neither right nor wrong. */
  UNKNOWN;

  private static final Pattern PASSES =
      Pattern.compile(
          "\\b(?:passes|passed|checks pass|(?:is|are) (?:\\w+ )?(?:correct|consistent))\\b");

  private static final Pattern FAILS =
      Pattern.compile(
          "\\b(?:fails|failed|(?:is|are) (?!no )(?:\\w+ )?(?:incorrect|wrong|inconsistent)|not correct"
              + "|partially correct)\\b");

  private static final Pattern NOTHING_TO_CHECK =
      Pattern.compile(
          "\\b(?:not applicable|n/a|not (?:necessary|needed)|no need|nothing to check|unnecessary)\\b"
              + "|\\bcannot (?:be )?(?:determined?|confirm(?:ed)?)\\b");

  /**
   * Reads the last line, where these verifiers conclude. That a check passes or fails comes first:
   * "the answer is no, the check passes" answers the check's own question, whether there is a
   * mistake. Then comes a stated yes or no.
   */
  static VerifierVerdict of(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return UNKNOWN;
    }
    String line = lines.getLast().toLowerCase(Locale.ROOT);
    boolean fails = FAILS.matcher(line).find();
    boolean passes = !fails && PASSES.matcher(line).find();
    Optional<Boolean> stated = stated(line);
    if (fails && stated.filter(yes -> yes).isPresent()) {
      return UNKNOWN;
    }
    if (!fails && !passes && (stated.isEmpty() || NOTHING_TO_CHECK.matcher(line).find())) {
      return UNKNOWN;
    }
    return fails ? WRONG : passes || stated.orElse(false) ? RIGHT : WRONG;
  }

  private static Optional<Boolean> stated(String line) {
    return FinalAnswers.stated(line, AnswerOptions.NONE, false)
        .filter(answer -> answer.method() == Method.YES_NO)
        .map(answer -> answer.text().equals("yes"));
  }

  /** What most of those say that say something; undecided where as many say the other. */
  static VerifierVerdict majority(List<VerifierVerdict> verdicts) {
    long right = verdicts.stream().filter(RIGHT::equals).count();
    long wrong = verdicts.stream().filter(WRONG::equals).count();
    return right > wrong ? RIGHT : wrong > right ? WRONG : UNKNOWN;
  }

  /** A chain is wrong if one of its checks is, and right if no check objects and one approves. */
  static VerifierVerdict chain(List<VerifierVerdict> checks) {
    if (checks.contains(WRONG)) {
      return WRONG;
    }
    return checks.contains(RIGHT) ? RIGHT : UNKNOWN;
  }
}
