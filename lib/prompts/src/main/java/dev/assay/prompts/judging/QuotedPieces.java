// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.CONCLUDES;
import static dev.assay.prompts.judging.JudgementWords.FINALIZES;
import static dev.assay.prompts.judging.JudgementWords.JUDGES;

import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of a reply is a quotation: its author says so by a block of quoted words, strikes it out, or
 * repeats what the solution under judgement says, markers included.
 */
final class QuotedPieces {

  private static final Pattern LABELLED =
      Pattern.compile(
          "^[>\\s*_#]*+(?:" + StatedReasons.LABEL + "|(?:final )?(?:verdict|judge?ment|answer)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Other words are quoted along with the marker. */
  private static final Pattern OPEN_QUOTE =
      Pattern.compile(
          "[^\"“”«»]*+(?:[\"“«][^\"“”«»]*+[\"”»][^\"“”«»]*+)*+[\"“«][^\"“”«»\\p{L}]*+\\p{L}[^\"“”«»]*+");

  /** In JSON everything is in quotes. */
  private static final Pattern FIELD = Pattern.compile("\\s*+[{,]?\\s*+\"\\w{1,30}\"\\s*+:");

  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");

  /** So many letters and digits before a marker are compared; fewer are no sign of a repetition. */
  private static final int LEAD = 8;

  private final String text;
  private final MarkerSyntax syntax;
  private final List<Integer> planted;
  private final String solution;
  private final QuotationBlocks blocks;

  /**
   * @param shown what the author of the text had before him
   */
  QuotedPieces(String text, List<String> shown, MarkerSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
    this.blocks = new QuotationBlocks(text);
    this.planted =
        shown.stream().flatMap(each -> syntax.in(each).stream()).map(StepMention::step).toList();
    this.solution = planted.isEmpty() ? "" : bare(String.join("\n", shown));
  }

  /** Whether the solution holds such a marker, so that this one may be a repetition. */
  boolean mayBe(StepMention mention) {
    return planted.contains(mention.step());
  }

  /**
   * Whether it stands in a quotation, by itself or as the solution has it, and nothing leads to it
   * as to a verdict.
   */
  boolean has(StepMention mention, MentionContext context) {
    return has(mention)
        || (mayBe(mention)
            && blocks.set(mention.start())
            && !isIntroduced(mention, context.lead()));
  }

  /** Whether the words right before it stand before it in what was shown, too. */
  boolean repeats(StepMention mention) {
    String line = text.substring(Sentences.lineStart(text, mention.start()), mention.start());
    String lead = mayBe(mention) ? bare(line) : "";
    String marker = bare(text.substring(mention.start(), mention.end()));
    return lead.length() >= LEAD
        && solution.contains(lead.substring(lead.length() - LEAD) + marker);
  }

  /** By words that are not quoted along with it. */
  private boolean isIntroduced(StepMention mention, Prose lead) {
    return (JUDGES.in(lead) || FINALIZES.in(lead) || CONCLUDES.in(lead)) && !isLedByQuote(mention);
  }

  private boolean isLedByQuote(StepMention mention) {
    int at = Sentences.lineStart(text, mention.start());
    while (at > 0) {
      WorkBudget.spend(1);
      int start = Sentences.lineStart(text, at - 1);
      String line = text.substring(start, at).strip();
      if (!line.isEmpty() && !line.equals(">")) {
        return line.startsWith(">");
      }
      at = start;
    }
    return false;
  }

  private boolean has(StepMention mention) {
    int start = Sentences.lineStart(text, mention.start());
    String line = text.substring(start, Sentences.lineEnd(text, mention.end()));
    return text.startsWith("~~", mention.start() - 2)
        || text.startsWith("<!--", start)
        || isInQuotes(text.substring(start, mention.start()))
        || (line.stripLeading().startsWith(">") && isAmongWords(mention, start))
        || (mayBe(mention) && isOfSolution(mention, start, line));
  }

  private static boolean isInQuotes(String before) {
    return OPEN_QUOTE.matcher(before).matches() && !FIELD.matcher(before).lookingAt();
  }

  /** A block of quoted lines, some of which say more than a judgement says. */
  private boolean isAmongWords(StepMention mention, int start) {
    if (says(text.substring(start, mention.start()))
        || quoteSays(Sentences.lineEnd(text, mention.end()), true)) {
      return true;
    }
    return quoteSays(start, false);
  }

  private boolean quoteSays(int from, boolean down) {
    int at = from;
    while (down ? at < text.length() : at > 0) {
      int start = down ? at + 1 : Sentences.lineStart(text, at - 1);
      int end = down ? Sentences.lineEnd(text, start) : at - 1;
      String line = text.substring(Math.min(start, end), end);
      if (!line.stripLeading().startsWith(">")) {
        return false;
      }
      if (says(line)) {
        return true;
      }
      at = down ? end : start;
    }
    return false;
  }

  private boolean says(String line) {
    WorkBudget.spend(line.length());
    return !Prose.of(Sentences.item(line)).isEmpty()
        && syntax.in(line).isEmpty()
        && !LABELLED.matcher(line).find();
  }

  /** The line says more than the marker, or has a line above or below it, as in the solution. */
  private boolean isOfSolution(StepMention mention, int start, String line) {
    String marker = bare(text.substring(mention.start(), mention.end()));
    if (!bare(line).equals(marker)) {
      return solution.contains(bare(line));
    }
    String above = bare(lineAbove(start));
    String below = bare(lineBelow(Sentences.lineEnd(text, mention.end())));
    return (!above.isEmpty() && solution.contains(above + marker))
        || (!below.isEmpty() && solution.contains(marker + below));
  }

  private String lineAbove(int start) {
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      WorkBudget.spend(1);
      end--;
    }
    return text.substring(Sentences.lineStart(text, end), end);
  }

  private String lineBelow(int end) {
    int start = end;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      WorkBudget.spend(1);
      start++;
    }
    return text.substring(start, Sentences.lineEnd(text, start));
  }

  private static String bare(String text) {
    return NO_WORDS.matcher(WorkBudget.metered(text)).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
