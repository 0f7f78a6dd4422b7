// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.APPROVES;
import static dev.assay.prompts.judging.JudgementWords.CONCLUDES;
import static dev.assay.prompts.judging.JudgementWords.ERRS;
import static dev.assay.prompts.judging.JudgementWords.JUDGES;

import java.util.regex.Pattern;

/**
 * Words that lead to a piece of the solution: "The last line of the solution:", "Step 3:". That
 * every step holds would be the solution's own claim there.
 */
final class ForeignPiece {

  private static final Pattern LEADS =
      Pattern.compile(
          " (?:solution|proof|attempt|student|author|solver|writer|step|schritt|étape|paso|шаг)"
              + "(?:'s)? (?:\\S+ ){0,5}: $");

  /** A verdict that is shown, and not given. */
  private static final Pattern SHOWN =
      Pattern.compile(
          " (?:a|another|(?:its|his|her|their)(?: own)?) (?:verdict|judge?ment|marker) ");

  /** The judge speaks, or of all of it is spoken. */
  private static final Pattern JUDGED =
      Pattern.compile(
          " (?:i|my|we|let|let's|by step|format|our|every|each|all|no|none|any|both|whole|entire|without|hold|flawless|perfect"
              + "|faultless|complete|follows|works|proves|review|assessment|evaluation|check|checked"
              + "|checking|verification|result|report|analysis|decision|outcome|rating|grade) ");

  private ForeignPiece() {}

  /** Whether these words lead to it, and judge nothing. */
  static boolean follows(Prose lead) {
    String words = lead.words();
    if (!LEADS.matcher(words).find()) {
      return false;
    }
    return SHOWN.matcher(words).find() || !isJudged(lead);
  }

  private static boolean isJudged(Prose lead) {
    return JUDGED.matcher(lead.words()).find()
        || JUDGES.in(lead)
        || ERRS.in(lead)
        || APPROVES.in(lead)
        || CONCLUDES.in(lead);
  }
}
