// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.CONTINUES;
import static dev.assay.prompts.judging.JudgementWords.REOPENS;

import dev.assay.prompts.reading.AsciiEquivalents;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last marker of a reply that is its author's, which counts whatever came before: how published
 * formats are read. What is quoted, supposed or denied is passed over; a doubt at the end is the
 * end of it.
 */
final class LastMarker {

  /** Whoever repeats so many that are not his own says nothing. */
  private static final int MOST_PASSED_OVER = 12;

  /** A reason speaks of other steps too. */
  private static final Pattern IN_REASON =
      Pattern.compile("\\A \\. " + StatedReasons.LABEL, Pattern.CASE_INSENSITIVE);

  private final String text;
  private final boolean whole;
  private final List<StepMention> mentions;
  private final QuotedPieces quoted;
  private final Set<Integer> denied = new HashSet<>();

  /**
   * @param whole whether the reply ends where its author ended it
   */
  LastMarker(String reply, boolean whole, Judged judged, MarkerSyntax syntax) {
    this.text = AsciiEquivalents.ascii(reply);
    this.whole = whole;
    this.mentions = syntax.in(text);
    this.quoted = new QuotedPieces(text, judged.texts(), syntax);
  }

  Optional<StepMention> find() {
    int least = Math.max(0, mentions.size() - MOST_PASSED_OVER);
    for (int i = mentions.size() - 1; i >= least; i--) {
      StepMention mention = mentions.get(i);
      MentionContext context = MentionContext.of(text, mention, whole);
      Standing standing = standing(mention, context);
      if (standing == Standing.DENIED) {
        denied.add(mention.step());
      } else if (standing != Standing.FOREIGN && !isRepeated(mention, context, standing)) {
        return isMeant(mention, context, standing) ? Optional.of(mention) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Standing standing(StepMention mention, MentionContext context) {
    boolean foreign = quoted.has(mention, context) || quoted.repeats(mention);
    return foreign ? Standing.FOREIGN : Standing.of(mention, context);
  }

  /**
   * What stands in the solution as well, in the middle of the talk, or in a reason, is no verdict.
   */
  private boolean isRepeated(StepMention mention, MentionContext context, Standing standing) {
    boolean spokenOf = quoted.mayBe(mention) && !context.last();
    return !standing.concludes() && (spokenOf || IN_REASON.matcher(context.line().words()).find());
  }

  private boolean isMeant(StepMention mention, MentionContext context, Standing standing) {
    return standing != Standing.DOUBTED
        && !denied.contains(mention.step())
        && (whole || standing.concludes())
        && !(quoted.mayBe(mention) && !context.last() && isContradicted(mention))
        && !isReopened(mention);
  }

  private boolean isContradicted(StepMention mention) {
    return mentions.stream().anyMatch(each -> each.step() != mention.step());
  }

  /** A reply that was cut off may have gone on to anything, where it goes on at all. */
  private boolean isReopened(StepMention mention) {
    Prose after = Prose.of(text.substring(mention.end()));
    return REOPENS.begins(after) || (!whole && CONTINUES.begins(after));
  }
}
