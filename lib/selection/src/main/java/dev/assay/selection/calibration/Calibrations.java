// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sets of labelled outcomes of one verifier, kept apart: a set speaks for answers to questions
 * of its kind that were gathered by its policy, and no set for any other.
 */
public record Calibrations(List<CalibrationSet> sets) {

  public static final Calibrations NONE = new Calibrations(List.of());

  public Calibrations {
    sets = List.copyOf(sets);
  }

  /**
   * The set that speaks for an answer; of several one that knows forced verdicts, and else the
   * first.
   *
   * @param asked the kind of question, or null where nobody says
   */
  public Optional<CalibrationSet> speaking(@Nullable QuestionKind asked, Policy policy) {
    return ofKind(asked)
        .filter(each -> each.effort().covers(policy))
        .min(Comparator.comparing(each -> each.effort().forcedEndings() == null));
  }

  private Stream<CalibrationSet> ofKind(@Nullable QuestionKind asked) {
    return sets.stream().filter(each -> each.kind() != null && each.kind().equals(asked));
  }

  /** The kinds that something is known of, in words; empty if of none. */
  public String kinds() {
    return sets.stream()
        .map(CalibrationSet::kind)
        .filter(Objects::nonNull)
        .map(QuestionKind::name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /**
   * Why no set speaks for an answer, and what to do. Empty if one does.
   *
   * @param asked the kind of question, or null where nobody says
   */
  public Optional<String> silence(@Nullable QuestionKind asked, Policy policy) {
    return speaking(asked, policy).isPresent() ? Optional.empty() : Optional.of(reason(asked));
  }

  private String reason(@Nullable QuestionKind asked) {
    if (sets.isEmpty()) {
      return "there are no labelled outcomes of this verifier; ./assay calibrate makes them";
    }
    if (kinds().isEmpty()) {
      return "the labelled outcomes do not say of what kind of question they are;"
          + " ./assay calibrate --kind makes some that do";
    }
    if (asked == null) {
      return "nobody says of what kind the question is, and the labelled outcomes are of %s only; state its kind, and ./assay calibrate --kind makes outcomes of it"
          .formatted(kinds());
    }
    return ofKind(asked).findAny().isEmpty() ? ofOtherKinds(asked) : ofOtherPolicies(asked);
  }

  private String ofOtherKinds(QuestionKind asked) {
    return "the question is of the kind %s, and the labelled outcomes are of %s only; ./assay calibrate --kind %1$s makes those of its kind"
        .formatted(asked, kinds());
  }

  private String ofOtherPolicies(QuestionKind asked) {
    String policies =
        ofKind(asked).map(each -> each.effort().toString()).collect(Collectors.joining("; or "));
    return "the labelled outcomes were gathered with another policy, %s; ./assay calibrate makes those of this one"
        .formatted(policies);
  }
}
