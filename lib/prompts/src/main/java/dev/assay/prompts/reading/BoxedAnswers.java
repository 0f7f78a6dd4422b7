// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers that boxes state. Several boxes that one sentence lists are one answer, a list: "the
 * roots are \boxed{4} and \boxed{-6}". A box that the text rejects is none.
 */
final class BoxedAnswers {

  /** What parts the members of a list; the name of the next member may stand there as well. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:[\\s$*)}]|\\\\[),;]|\\\\text\\{)*+(?:[,;&]|\\\\q?quad)?(?:[\\s$*]|\\\\[(,]|\\\\text\\{)*+"
              + "(?:(and|or|und|oder|y|o|et|ou|e|и|или|和|或|as well as)(?!\\p{L}))?(?:[\\s$(*}]|\\\\[(,])*+"
              + "(?:(?:(?:the|its)\\s)?\\p{L}[\\w' {}\\\\^]{0,30}?(?:[\\s$)*]|\\\\[),])*+"
              + "(?:=|:|≈|\\bis|\\bare|\\bequals)(?:[\\s$(*]|\\\\[(,])*+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(?:then|so|no|wait|not|giving|gives|which|therefore|hence|but|thus|rather|actually|next)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z](?:_\\{?\\w\\}?)?)[\\s$]*(?:=|\\bis)[\\s$]*$");

  private static final Pattern OF_A_SET =
      Pattern.compile(
          "\\b(?:roots|solutions|zeros|zeroes|answers|elements|factors|possibilities|possible values)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REJECTED =
      Pattern.compile(
          "(?:\\bnot|\\binstead of|\\brather than|≠|\\\\neq?|isn't)[\\s$*]*$",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_BETWEEN = 60;
  private static final int LONGEST_BEFORE = 120;
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
    return REJECTED.matcher(before(box, 20)).find();
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
    return next.start() - one.end() <= LONGEST_BETWEEN
        && !between.isBlank()
        && between.indexOf('\n') < 0
        && BETWEEN.matcher(between).matches()
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
    return all.found(Method.BOXED, list.size() == 1 ? list.getFirst().answer(text) : joined(list));
  }

  private String joined(List<Box> list) {
    List<String> names = list.stream().map(this::name).toList();
    List<String> members = list.stream().map(box -> box.answer(text)).distinct().toList();
    if (names.stream().noneMatch(String::isEmpty) && names.stream().distinct().count() > 1) {
      return named(names, list);
    }
    if (members.size() == 1) {
      return members.getFirst();
    }
    if (isAlternative(list)) {
      return String.join(" or ", members);
    }
    return OF_A_SET.matcher(before(list.getFirst(), LONGEST_BEFORE)).find()
        ? "\\{" + String.join(", ", members) + "\\}"
        : String.join(", ", members);
  }

  private String named(List<String> names, List<Box> list) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String answer = list.get(i).answer(text);
      members.add(answer.contains("=") ? answer : names.get(i) + " = " + answer);
    }
    return String.join(", ", members);
  }

  private String name(Box box) {
    Matcher name = NAME.matcher(before(box, 20));
    return name.find() ? name.group(1) : "";
  }

  private boolean isAlternative(List<Box> list) {
    Matcher last = BETWEEN.matcher(between(list.get(list.size() - 2), list.getLast()));
    String word = last.matches() && last.group(1) != null ? last.group(1) : "";
    return List.of("or", "oder", "ou", "o", "或").contains(word.toLowerCase(Locale.ROOT));
  }
}
