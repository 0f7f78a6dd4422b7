// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.APPROVES;
import static dev.assay.prompts.judging.JudgementWords.BECAUSE;
import static dev.assay.prompts.judging.JudgementWords.CONCLUDES;
import static dev.assay.prompts.judging.JudgementWords.DOUBTS;
import static dev.assay.prompts.judging.JudgementWords.ERRS;
import static dev.assay.prompts.judging.JudgementWords.FINALIZES;
import static dev.assay.prompts.judging.JudgementWords.FORGIVES;
import static dev.assay.prompts.judging.JudgementWords.JUDGES;
import static dev.assay.prompts.judging.JudgementWords.RECONSIDERS;
import static dev.assay.prompts.judging.JudgementWords.VISITS;

import java.util.regex.Pattern;

/** What a marker is to the verdict of the reply that it stands in. */
enum Standing {
  /** Somebody else's, or a supposition: as if it were not there. */
  FOREIGN,
  /** It is open whether it holds; otherwise a reference. */
  DOUBTED,
  /** It says of a verdict that it does not hold; otherwise a reference. */
  DENIED,
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
    if (mention.step() == StepMention.UNCLEAR || isDoubtful(context)) {
      return DOUBTED;
    }
    return isTakenBack(mention, context) ? DENIED : weighed(context);
  }

  /** Whether it is a verdict, unless another one is. */
  boolean concludes() {
    return this == CONCLUSION || this == LAST;
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
    return mention.step() == StepMention.NONE
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
