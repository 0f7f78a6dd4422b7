// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers that boxes state. Several boxes that one sentence lists are one answer, a list: "the
 * roots are \boxed{4} and \boxed{-6}". A box that the text rejects is none.
 */
final class BoxedAnswers {

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(?:then|so|no|wait|not|giving|gives|which|therefore|hence|but|thus|rather|actually|next|their)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REJECTED =
      Pattern.compile(
          "(?:\\bnot|\\binstead of|\\brather than|≠|\\\\neq?|isn't)[\\s$*]*$"
              + "|\\b(?:not sure|unsure|whether|cannot tell|can't tell)\\b[^.:;,\\n]{0,40}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNEQUAL =
      Pattern.compile("\\\\(?:f?box|boxed)\\s?\\{[^{}]{1,20}\\}[\\s$]*(?:≠|\\\\neq?)[\\s$]*$");

  /** What is said of a box that is none. */
  private static final Pattern FAILED =
      Pattern.compile(
          "[\\s$*_)\\]}]{0,6}(?:fails|does not|doesn't|cannot be|can't be|(?:is|was) (?:wrong|incorrect|not|extraneous"
              + "|invalid|(?:a|the) (?:\\w{4,10} )?(?:mistake|error|trap)|impossible|rejected|too (?:small|large|big|low|high)))\\b",
          Pattern.CASE_INSENSITIVE);

  /** The next line of a list begins. */
  private static final Pattern ITEM = Pattern.compile("\\n[ \\t]{0,8}(?:[-•+]|[0-9a-d][.)])[ \\t]");

  private static final int LONGEST_BETWEEN = 60;
  private static final int MOST = 64;

  private final String text;

  private BoxedAnswers(String text) {
    this.text = text;
  }

  /** In the order of the text; the last of very many. */
  static List<FinalAnswer> in(String text) {
    return new BoxedAnswers(text).read();
  }

  private List<FinalAnswer> read() {
    List<Box> all = Boxes.in(text);
    List<List<Box>> lists = new ArrayList<>();
    for (Box box : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      if (isUnequal(box) && !lists.isEmpty()) {
        lists.removeLast();
      }
      if (isRejected(box) || isAsked(box)) {
        continue;
      }
      if (lists.isEmpty() || !isListed(lists.getLast().getLast(), box)) {
        lists.add(new ArrayList<>());
      }
      lists.getLast().add(box);
    }
    return lists.stream().map(this::answer).toList();
  }

  private boolean isRejected(Box box) {
    int to = Math.min(text.length(), box.end() + LONGEST_BETWEEN);
    return REJECTED.matcher(before(box, LONGEST_BETWEEN)).find()
        || FAILED.matcher(text.substring(box.end(), to)).lookingAt();
  }

  /** What two boxes are not equal for is about both. */
  private boolean isUnequal(Box box) {
    return UNEQUAL.matcher(before(box, 20)).find();
  }

  private boolean isAsked(Box box) {
    int i = box.end();
    while (i < text.length() && "*_$) ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '?';
  }

  private boolean isListed(Box one, Box next) {
    String between = between(one, next);
    Matcher joins = BoxList.BETWEEN.matcher(between);
    return next.start() - one.end() <= LONGEST_BETWEEN
        && !between.isBlank()
        && joins.matches()
        && (between.indexOf('\n') < 0 || joins.group(1) != null || ITEM.matcher(between).find())
        && !ORDER.matcher(between).find();
  }

  private String between(Box one, Box next) {
    int end = Math.min(next.start(), one.end() + LONGEST_BETWEEN + 1);
    return text.substring(one.end(), Math.max(end, one.end()));
  }

  private String before(Box box, int length) {
    return text.substring(Math.max(0, box.start() - length), box.start());
  }

  private FinalAnswer answer(List<Box> list) {
    Span all = new Span(list.getFirst().content().start(), list.getLast().content().end());
    return all.found(
        Method.BOXED,
        list.size() == 1 ? list.getFirst().answer(text) : new BoxList(text, list).joined());
  }
}
