// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static dev.assay.prompts.general.JudgementWords.ERRS;
import static dev.assay.prompts.general.JudgementWords.JUDGES;

import java.util.regex.Pattern;

/**
 * Words that lead to a piece of the solution: "The last line of the solution:", "Step 3:". That
 * every step holds would be the solution's own claim there.
 */
final class ForeignPiece {

  private static final String WHOSE =
      "(?:solution|proof|attempt|student|author|solver|writer|step|answer)";

  private static final Pattern PART =
      Pattern.compile(
          " (?:steps?|lines?|end|ending|text|words?|paragraphs?|sentences?|part|contents?|tail|bottom)"
              + " (?:\\p{N}+ )?(?:of|in|from) (?:the |this |that |its |his |her )?"
              + WHOSE
              + " (?:\\p{L}+ |\\p{N}+ ){0,3}: $");

  private static final Pattern POSSESSIVE =
      Pattern.compile(" " + WHOSE + "'s (?:\\p{L}+ |\\p{N}+ ){0,4}: $");

  private static final Pattern STEP =
      Pattern.compile("^[ .,:]*(?:\\p{L}+ ){0,3}(?:step|schritt|étape|paso|шаг) \\p{N}+ [:,] $");

  private ForeignPiece() {}

  /** Whether these words lead to it, and judge nothing. */
  static boolean follows(Prose lead) {
    String words = lead.words();
    boolean leads =
        PART.matcher(words).find()
            || POSSESSIVE.matcher(words).find()
            || STEP.matcher(words).find();
    return leads && !JUDGES.in(lead) && !ERRS.in(lead);
  }
}
