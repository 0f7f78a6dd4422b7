// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.ERRS;
import static dev.assay.prompts.judging.JudgementWords.FINALIZES;
import static dev.assay.prompts.judging.JudgementWords.JUDGES;
import static dev.assay.prompts.judging.JudgementWords.PROVISIONAL;
import static dev.assay.prompts.judging.JudgementWords.RECONSIDERS;
import static dev.assay.prompts.judging.JudgementWords.RETRACTS;
import static dev.assay.prompts.judging.JudgementWords.REVISES;

import java.util.regex.Pattern;

/**
 * Two verdicts of one reply, and whether the later replaces the earlier. That it comes later does
 * not say so: an author may list what is wrong. Nor does a word that speaks of the mathematics
 * between them.
 *
 * @param between what is said from the one to the other
 */
record Succession(MentionContext earlier, Prose between, MentionContext later) {

  /** From a word to the marker that it introduces there are no more words. */
  private static final int NEAR = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private static final Pattern FIRST = Pattern.compile(" first ");

  private static final Pattern LEADING_COMMAS = Pattern.compile("^ \\.[ .,]* ");

  private static final Pattern SENTENCES = Pattern.compile("(?: \\.)+ ");

  /** Whether what is said of the earlier, or before the later, takes the earlier back. */
  boolean isRevision() {
    return RETRACTS.in(between)
        || REVISES.begins(opened())
        || introduces(REVISES, later.lead())
        || introduces(RECONSIDERS, later.lead())
        || isReconsidered()
        || isProvisional();
  }

  /** Whether the later is called the last word, and the earlier is not. */
  boolean isFinal() {
    Prose lead = later.lead();
    return introduces(FINALIZES, lead)
        && (JUDGES.in(lead) || words(after(FINALIZES, lead)) == 0)
        && !FINALIZES.in(earlier.lead());
  }

  /** What follows upon a label begins as a sentence does. */
  private Prose opened() {
    String words = between.words().replace(" : ", " . ");
    return new Prose(LEADING_COMMAS.matcher(words).replaceFirst(" . "));
  }

  /** With an eye on a step or an error; who looks at a number again is still at work. */
  private boolean isReconsidered() {
    return SENTENCES
        .splitAsStream(between.words())
        .map(sentence -> new Prose(" . " + sentence + " "))
        .anyMatch(
            sentence ->
                RECONSIDERS.in(sentence.firstClause())
                    && (ERRS.in(sentence) || sentence.words().contains(" step ")));
  }

  private boolean isProvisional() {
    Prose clause = earlier.lead().lastClause();
    return RETRACTS.in(clause)
        || (introduces(PROVISIONAL, clause) && !ERRS.in(clause))
        || PROVISIONAL.in(earlier.rest());
  }

  /** An error that is not called the first one is one more. */
  private static boolean introduces(JudgementWords role, Prose lead) {
    String after = after(role, lead);
    boolean another = ERRS.in(new Prose(after)) && !FIRST.matcher(after).find();
    return role.in(lead) && words(after) <= NEAR && !another;
  }

  private static String after(JudgementWords role, Prose lead) {
    int at = Math.max(0, role.end(lead) - 1);
    return lead.words().substring(Math.min(at, lead.words().length()));
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }
}
