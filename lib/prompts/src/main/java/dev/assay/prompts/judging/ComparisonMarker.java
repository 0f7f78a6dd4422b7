// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.CONDITIONAL;
import static dev.assay.prompts.judging.JudgementWords.CONTINUES;
import static dev.assay.prompts.judging.JudgementWords.DESCRIBES;
import static dev.assay.prompts.judging.JudgementWords.DOUBTS;
import static dev.assay.prompts.judging.JudgementWords.REOPENS;
import static dev.assay.prompts.judging.JudgementWords.RETRACTS;
import static dev.assay.prompts.judging.JudgementWords.REVISES;
import static dev.assay.prompts.judging.JudgementWords.SPEAKS;

import dev.assay.contracts.Comparison;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reply says of two answers: a marker on a line of its own. Unlike a verdict it has two
 * words only, so that a reply which names both as its conclusion, supposes one, or goes on in doubt
 * says nothing.
 */
public final class ComparisonMarker {

  /** From the box to its end, whatever is said in it of equality. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![a-z])\\\\{0,2}(?:f|m|frame)?box(?:ed)?\\h?\\\\?(?<brace>\\{)"
              + "(?<said>[^\\n]{0,40}?(?:equal|differ|same)[^\\n}]{0,40})\\}{0,3}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DRESS =
      Pattern.compile("\\\\[a-z]{2,12}|[^\\p{L}\\p{N}/|-]+", Pattern.CASE_INSENSITIVE);

  /** What may stand beside a marker on its line. */
  private static final Pattern ORNAMENT = Pattern.compile("[\\s*_`'\"$#.!|\\\\()\\[\\]]*+");

  private static final Pattern WORD_ALONE =
      Pattern.compile("[\\s*_`'\"$#]*+(equal|different)[\\s*_`'\"$.!]*+", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final boolean whole;

  private ComparisonMarker(String text, boolean whole) {
    this.text = text;
    this.whole = whole;
  }

  /**
   * A marker somewhere in the reply.
   *
   * @param says null if it is none of the two words
   * @param alone whether it has its line to itself
   */
  private record Mention(int start, int end, @Nullable Comparison says, boolean alone) {}

  /** Whether a text that is to be compared holds one. */
  public static boolean isIn(String text) {
    return MENTION.matcher(WorkBudget.metered(AsciiEquivalents.ascii(text))).find();
  }

  /** What the reply says in the end, or empty if that is not plain. */
  public static Optional<Comparison> read(Reply reply) {
    String said = AsciiEquivalents.ascii(reply.text().strip());
    boolean whole = reply.finish() == Finish.STOP;
    return WorkBudget.forText(said)
        .run(() -> new ComparisonMarker(said, whole).find(), Optional::empty);
  }

  private Optional<Comparison> find() {
    Matcher word = WORD_ALONE.matcher(WorkBudget.metered(text));
    if (whole && word.matches()) {
      return word(word.group(1));
    }
    List<Mention> mentions = mentions();
    if (mentions.isEmpty() || !mentions.getLast().alone()) {
      return Optional.empty();
    }
    Mention last = mentions.getLast();
    boolean contradicted =
        mentions.stream().anyMatch(each -> each.alone() && each.says() != last.says());
    return contradicted || isSupposed(last) || isReopened(last)
        ? Optional.empty()
        : Optional.ofNullable(last.says());
  }

  private List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    Matcher mention = MENTION.matcher(WorkBudget.metered(text));
    while (mention.find()) {
      Optional<Comparison> says = word(DRESS.matcher(mention.group("said")).replaceAll(""));
      boolean alone = says.isPresent() && isAlone(mention.start(), mention.end());
      mentions.add(new Mention(mention.start(), mention.end(), says.orElse(null), alone));
    }
    return mentions;
  }

  private boolean isAlone(int start, int end) {
    String before = text.substring(Sentences.lineStart(text, start), start);
    String behind = text.substring(end, Sentences.lineEnd(text, end));
    return ORNAMENT.matcher(before).matches() && ORNAMENT.matcher(behind).matches();
  }

  /** Whether the line that leads to it, if one does, makes it a condition or a quotation. */
  private boolean isSupposed(Mention mention) {
    String before = text.substring(0, Sentences.lineStart(text, mention.start())).stripTrailing();
    if (!before.endsWith(":")) {
      return false;
    }
    Prose lead = Prose.of(before.substring(Sentences.lineStart(before, before.length())));
    return CONDITIONAL.in(lead) || DOUBTS.in(lead) || DESCRIBES.in(lead) || SPEAKS.in(lead);
  }

  private boolean isReopened(Mention mention) {
    Prose after = Prose.of(text.substring(mention.end()));
    return REOPENS.begins(after)
        || REVISES.begins(after)
        || RETRACTS.in(after)
        || DOUBTS.in(after)
        || (!whole && CONTINUES.begins(after));
  }

  private static Optional<Comparison> word(String said) {
    if (said.equalsIgnoreCase("equal")) {
      return Optional.of(Comparison.EQUAL);
    }
    return said.equalsIgnoreCase("different")
        ? Optional.of(Comparison.DIFFERENT)
        : Optional.empty();
  }
}
