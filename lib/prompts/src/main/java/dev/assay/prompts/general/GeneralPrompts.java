// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.claims.Flaw;
import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.TaggedSteps;
import dev.assay.prompts.reading.OwnWords;
import dev.assay.prompts.reading.Steps;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills in the words of the general protocol. Every prompt opens with the problem, and every prompt
 * about a solution goes on with that solution, so that a server's prefix cache reads both only
 * once. No prompt contains a marker that a reader would take for a judgement.
 *
 * @param texts the words
 * @param own what a reply may repeat of them
 */
record GeneralPrompts(PromptTexts texts, OwnWords own) {

  static final PromptTexts SHIPPED =
      PromptTexts.shipped(
          GeneralPrompts.class,
          1,
          "solve",
          "criticise",
          "refine",
          "verify",
          "compare",
          "summarise",
          "next",
          "rest");

  private static final Pattern ANSWER_TAG =
      Pattern.compile("<(?=\\s?/?\\s?answer\\b)", Pattern.CASE_INSENSITIVE);

  /** What heads a step of an outcome. */
  private static final Pattern FROM = Pattern.compile("(\\\\from\\h?)\\{");

  private static final Pattern STEP_TAG = Pattern.compile("(?m)^</?step \\d{1,4}>$");

  /** The first wrong step is what is looked for; a long list would bury it. */
  static final int MOST_OBJECTIONS = 5;

  GeneralPrompts(PromptTexts texts) {
    this(texts, OwnWords.of(texts.texts().values().toArray(String[]::new)));
  }

  String solve(String question) {
    return texts.fill("solve", Map.of("problem", QuotedText.of(question)));
  }

  String criticise(String question, ShownSolution shown) {
    return texts.fill(
        "criticise", Map.of("problem", QuotedText.of(question), "steps", shown.tagged()));
  }

  /**
   * @param flaws what exact arithmetic holds against the solution
   */
  String verify(String question, ShownSolution shown, List<Flaw> flaws) {
    return texts.fill(
        "verify",
        Map.of(
            "problem", QuotedText.of(question),
            "steps", shown.tagged(),
            "objections", objections(flaws)));
  }

  private static String objections(List<Flaw> flaws) {
    return flaws.isEmpty()
        ? ""
        : flaws.stream()
            .limit(MOST_OBJECTIONS)
            .map(each -> "- step %d: %s\n".formatted(each.step(), objection(each)))
            .collect(
                Collectors.joining(
                    "",
                    "Exact arithmetic disagrees with this, if it was read as it was meant:\n",
                    "\n"));
  }

  private static String objection(Flaw flaw) {
    return QuotedText.of(Bounds.shortened(flaw.why(), Bounds.REASON));
  }

  String refine(String question, ShownSolution shown, Flawed critique) {
    String place =
        critique.step().isPresent() ? "step " + critique.step().getAsInt() : "the solution";
    String suggestion =
        critique.suggestion() == null
            ? ""
            : "\nSuggestion: " + QuotedText.of(critique.suggestion());
    return texts.fill(
        "refine",
        Map.of(
            "problem",
            QuotedText.of(question),
            "steps",
            shown.tagged(),
            "place",
            place,
            "review",
            QuotedText.of(critique.why()) + suggestion));
  }

  String compare(String question, String one, String other) {
    return texts.fill(
        "compare",
        Map.of("problem", QuotedText.of(question), "one", answer(one), "other", answer(other)));
  }

  private static String answer(String text) {
    return ANSWER_TAG.matcher(QuotedText.of(text)).replaceAll("‹");
  }

  /** A step of the solution that holds the marker of an outcome's would be two. */
  String summarise(String question, List<String> steps) {
    List<String> defused =
        steps.stream().map(step -> FROM.matcher(step).replaceAll("$1(")).toList();
    return texts.fill(
        "summarise",
        Map.of("problem", QuotedText.of(question), "steps", TaggedSteps.shown(defused)));
  }

  /**
   * What follows on the first steps of a solution.
   *
   * @param words {@code next} for the next step, {@code rest} for all that is left
   */
  String after(String words, String question, List<String> steps) {
    return texts.fill(
        words, Map.of("problem", QuotedText.of(question), "steps", TaggedSteps.shown(steps)));
  }

  /** The steps of a reply that goes on with a solution. */
  List<String> steps(String reply) {
    return Steps.of(withoutTags(own.without(reply)));
  }

  /** A reply without the tags that steps are shown in, where it is written as it was asked. */
  String withoutTags(String reply) {
    return STEP_TAG.matcher(reply).replaceAll("").strip();
  }
}
