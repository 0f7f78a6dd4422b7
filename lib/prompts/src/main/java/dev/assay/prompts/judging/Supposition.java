// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.BECAUSE;
import static dev.assay.prompts.judging.JudgementWords.CONCLUDES;
import static dev.assay.prompts.judging.JudgementWords.CONDITIONAL;
import static dev.assay.prompts.judging.JudgementWords.DESCRIBES;
import static dev.assay.prompts.judging.JudgementWords.ERRS;
import static dev.assay.prompts.judging.JudgementWords.MODAL;
import static dev.assay.prompts.judging.JudgementWords.SPEAKS;

import java.util.regex.Pattern;

/**
 * Whether a sentence holds a marker without giving it as a verdict: under a condition, as what one
 * would have to write, as somebody else's words, or to deny it. That every step holds is believed
 * less easily than that one is wrong.
 */
final class Supposition {

  private static final Pattern DENIED =
      Pattern.compile(
          "(?:\\bnot|n't|\\bcannot|\\bnever|\\bnor|rather than|instead of|no longer|\\bwithout"
              + "|disagree|dismiss|reject|deny|refuse|\\bnicht|\\bpas|\\bне|\\bnon|\\bnão|不是)"
              + "(?: (?:be|the|a|it|yet|say|saying|conclude|answer|give|write|choose|report|mark|with"
              + "|to|agree|simply|just|return|output|put|end|marker|verdict))* [:,]? ?$",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern IS_TO_BE =
      Pattern.compile(" (?:should|must|has to|have to) be :? ?$");

  private static final Pattern BY_MYSELF = Pattern.compile(" i (?:said|wrote|claimed|stated) ");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          " (?:here is|here's|below is|here are) "
              + "| (?:my|correct|corrected|right|actual|true|revised|new) (?:\\p{L}+ ){0,2}"
              + "(?:(?:marker|line|number|index|verdict|judge?ment|review|reply|answer) )"
              + "(?:with )?(?:is |reads |: |, )*$");

  private static final Pattern CORRECTING =
      Pattern.compile(" (?:correct|change|revise|amend|retract|withdraw) (?:this|that|it|my) ");

  private static final Pattern NUMBERS = Pattern.compile("\\p{N}");

  private Supposition() {}

  static boolean is(StepMention mention, MentionContext context) {
    Prose lead = context.lead();
    boolean clean = mention.step() == StepMention.NONE;
    return DENIED.matcher(lead.words()).find()
        || isSpokenOf(lead, clean)
        || (clean && SPEAKS.introduces(context.paragraph()))
        || (clean && ForeignPiece.follows(lead))
        || isDescribed(lead)
        || CONDITIONAL.last(lead) > CONCLUDES.last(lead)
        || isUnderCondition(context, clean);
  }

  private static boolean isSpokenOf(Prose spoken, boolean clean) {
    Prose lead = new Prose(BY_MYSELF.matcher(spoken.words()).replaceAll(" "));
    Prose clause = lead.lastClause();
    if (clean) {
      int ground = CONCLUDES.last(clause);
      return SPEAKS.in(lead) && (ground < 0 || ground > 2);
    }
    return SPEAKS.in(clause) && !ERRS.in(lead);
  }

  /** How to write is spoken of; what I write for a reason is written. */
  private static boolean isDescribed(Prose lead) {
    Prose clause = lead.lastClause();
    int modal = CORRECTING.matcher(clause.words()).find() ? -1 : MODAL.last(clause);
    boolean concluded = CONCLUDES.in(lead) || BECAUSE.in(lead);
    if (modal >= 0 && !NUMBERS.matcher(clause.words().substring(modal)).find()) {
      return !concluded || !IS_TO_BE.matcher(clause.words()).find() || DESCRIBES.in(clause);
    }
    boolean announced = ANNOUNCED.matcher(lead.words()).find();
    return DESCRIBES.in(clause) && !announced && !(concluded && clause.words().contains(" i "));
  }

  private static boolean isUnderCondition(MentionContext context, boolean clean) {
    Prose reason = context.reason();
    if (BECAUSE.begins(reason)) {
      return false;
    }
    Prose next = context.rest().firstClause();
    boolean conditional =
        CONDITIONAL.begins(reason) && (clean || !context.behind().startsWith(":"));
    return conditional || CONDITIONAL.in(next) || MODAL.in(next) || DESCRIBES.in(next);
  }
}
