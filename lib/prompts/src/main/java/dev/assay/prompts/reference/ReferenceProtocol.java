// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import dev.assay.contracts.Comparison;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.ComparingProtocol;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ReferenceVerifyingProtocol;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.WordedProtocol;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.ScoredInquiry;
import dev.assay.prompts.judging.WholeVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is the right one, which is known: the format of CompassVerifier, whose replies
 * are one letter, and the words of xVerify. An answer that is invalid counts as wrong: it is the
 * candidate that is no answer then, and not the verdict that is missing.
 */
public final class ReferenceProtocol extends WordedProtocol
    implements ReferenceVerifyingProtocol, ComparingProtocol {

  static final PromptTexts SHIPPED = PromptTexts.shipped(ReferenceProtocol.class, 1, "grade");

  private static final String NONE =
      "the problem came without its right answer, which protocol reference judges against";
  private static final String HOW =
      "one handed in with it: \"reference\" beside the question, or ./assay ask --reference";
  private static final String INVALID = "the candidate's answer is no valid one (C)";
  private static final String ANOTHER = "the answer is not the reference answer (B)";

  private static final SuggestedSampling GREEDY = new SuggestedSampling(0.0, 1.0, 2_048);
  private static final ForcedEnding ENDING =
      new ForcedEnding("Final Judgment: \\boxed{", List.of("A}", "B}", "C}"), 8);

  private final QuotedText quoted = QuotedText.with(GradeMark.LIVE, Block.LIVE);
  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "reference",
          Origin.CHECKPOINT,
          GREEDY,
          GREEDY,
          List.of(
              "it judges only problems that come with their right answer",
              "it compares final answers and looks at no step"));

  /** In the words that come with it. */
  public ReferenceProtocol() {
    this(SHIPPED);
  }

  private ReferenceProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new ReferenceProtocol(texts);
  }

  @Override
  public Optional<String> refusal(String question, @Nullable String reference) {
    return reference == null ? Optional.of(NONE + " (expected: " + HOW + ")") : Optional.empty();
  }

  /** Against what is not known nothing can be judged. */
  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return new Reading.Unreadable<>(NONE, HOW, "", null);
  }

  @Override
  public Reading<Verdict> verify(String question, String reference, Solution outcome) {
    return ask(
        "a verdict",
        question,
        reference,
        Judged.whole(question, outcome).steps().getFirst(),
        graded -> Optional.of(verdict(graded)));
  }

  private static Verdict verdict(Graded graded) {
    String meaning = graded.grade() == Grade.C ? INVALID : ANOTHER;
    String why = graded.words().isEmpty() ? meaning : meaning + ": " + graded.words();
    return WholeVerdict.of(graded.grade() == Grade.A, graded.score(), why);
  }

  /** The one stands in the reference's place: neither of them need be right. */
  @Override
  public Reading<Comparison> compare(String question, String one, String other) {
    return ask("a comparison", question, one, other, graded -> comparison(graded.grade()));
  }

  private static Optional<Comparison> comparison(Grade grade) {
    return switch (grade) {
      case A -> Optional.of(Comparison.EQUAL);
      case B -> Optional.of(Comparison.DIFFERENT);
      case C -> Optional.empty();
    };
  }

  private <T> Reading<T> ask(
      String why,
      String question,
      String reference,
      String candidate,
      Function<Graded, Optional<T>> said) {
    String prompt =
        prompts()
            .fill(
                "grade",
                Map.of(
                    "problem", quoted.show(question),
                    "reference", quoted.show(reference),
                    "candidate", quoted.show(candidate)));
    // Grades are numbered as steps are: there have to be two of them.
    Judged judged = new Judged(List.of(candidate, reference), List.of(question));
    return new Reading.Ask<>(
        new ScoredInquiry<>(
            prompt,
            reply ->
                Graded.read(reply, judged)
                    .flatMap(said)
                    .<Reading<T>>map(value -> new Reading.Read<>(value, "its grade"))
                    .orElseGet(
                        () ->
                            new Reading.Unreadable<>(
                                "the reply gives no grade",
                                "A, B or C, or Final Judgment: \\boxed{A}",
                                reply)),
            ENDING),
        why);
  }
}
