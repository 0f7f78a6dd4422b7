// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static dev.assay.prompts.general.JudgementWords.APPROVES;
import static dev.assay.prompts.general.JudgementWords.BECAUSE;
import static dev.assay.prompts.general.JudgementWords.CONCLUDES;
import static dev.assay.prompts.general.JudgementWords.DOUBTS;
import static dev.assay.prompts.general.JudgementWords.ERRS;
import static dev.assay.prompts.general.JudgementWords.FINALIZES;
import static dev.assay.prompts.general.JudgementWords.FORGIVES;
import static dev.assay.prompts.general.JudgementWords.JUDGES;
import static dev.assay.prompts.general.JudgementWords.RECONSIDERS;
import static dev.assay.prompts.general.JudgementWords.VISITS;

import java.util.regex.Pattern;

/** What a marker is to the verdict of the reply that it stands in. */
enum Standing {
  /** Somebody else's, or a supposition: as if it were not there. */
  FOREIGN,
  /** It speaks of a step; a verdict before it that names another one is in doubt. */
  REFERENCE,
  /** It concludes as nothing follows: another one before it would be as good. */
  LAST,
  /** It concludes. */
  CONCLUSION;

  private static final Pattern ALTERNATIVE = Pattern.compile(" (?:or|oder|ou|или|或|または) $");

  /** From the ground to the conclusion there are few words, and none that leads elsewhere. */
  private static final Pattern GROUND =
      Pattern.compile(" ?(?:\\S+ ){1,5}", Pattern.UNICODE_CHARACTER_CLASS);

  /** What a second look comes to. */
  private static final Pattern RECONSIDERED = Pattern.compile("\\p{L} [:,] $");

  private static final Pattern ELSEWHERE =
      Pattern.compile(" (?:in|from|at|by|of|with|to|on|far|look|check|consider|that) ");

  static Standing of(StepMention mention, MentionContext context) {
    if (Supposition.is(mention, context)) {
      return FOREIGN;
    }
    boolean clear = mention.step() != StepMention.UNCLEAR;
    return clear && !isDoubtful(context) && !isTakenBack(mention, context)
        ? weighed(context)
        : REFERENCE;
  }

  private static boolean isDoubtful(MentionContext context) {
    Prose clause = context.lead().lastClause();
    return DOUBTS.in(clause)
        || DOUBTS.in(context.rest().firstClause())
        || context.behind().endsWith("?")
        || ALTERNATIVE.matcher(clause.words()).find()
        || context.rest().words().startsWith(" . or ");
  }

  /** A step that is right is not the first wrong one, and no verdict is wrong by itself. */
  private static boolean isTakenBack(StepMention mention, MentionContext context) {
    Prose reason = context.reason();
    return mention.step() == StepMarker.NONE
        ? ERRS.in(reason.firstClause()) && !context.isSetApart()
        : APPROVES.begins(reason) || FORGIVES.in(context.rest());
  }

  private static Standing weighed(MentionContext context) {
    boolean reasoned = context.isSetApart() || BECAUSE.begins(context.reason());
    if (context.opensLine()) {
      boolean judged = context.endsSentence() || JUDGES.in(context.rest().firstClause());
      return judged || reasoned ? CONCLUSION : REFERENCE;
    }
    Prose lead = context.sentence();
    if ((context.endsSentence() || reasoned) && (judges(lead) || isGrounded(lead))) {
      return CONCLUSION;
    }
    boolean last = context.endsSentence() && context.last() && !VISITS.in(lead.lastClause());
    return last ? LAST : REFERENCE;
  }

  private static boolean judges(Prose lead) {
    return JUDGES.in(lead)
        || FINALIZES.in(lead)
        || (RECONSIDERED.matcher(lead.words()).find() && RECONSIDERS.in(lead));
  }

  private static boolean isGrounded(Prose lead) {
    int ground = CONCLUDES.last(lead);
    if (ground < 0) {
      return false;
    }
    String from = lead.words().substring(ground);
    return GROUND.matcher(from).matches() && !ELSEWHERE.matcher(from).find();
  }
}
