// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several boxes that one sentence lists, and the one answer that they are.
 *
 * @param list two at least, in the order of the text
 */
record BoxList(String text, List<Box> list) {

  /** What parts the members of a list; the name of the next member may stand there as well. */
  static final Pattern BETWEEN =
      Pattern.compile(
          "(?:\\n[ \\t]{0,8}(?:[-•+]|[0-9a-d][.)])[ \\t]+|[\\s$*)}]|\\\\[),;]|\\\\text\\{|\\\\q?quad)*+(?:\\([^()\\n]{1,40}\\))?"
              + "(?:(?!is |are |was |has )[a-z]{3,20}(?=,? (?:and|or|und|oder) ))?\\s?(?:[,;&])?(?:[\\s$*]|\\\\[(,]|\\\\text\\{|\\\\q?quad)*+"
              + "(?:(and|o bien|ou bien|or else|or|und|oder|y|o|et|ou|e|и|или|和|或|as well as)(?!\\p{L}))?(?:[\\s$(*}]|\\\\[(,]|\\\\q?quad)*+"
              + "(?:(?:(?:the|its)\\s)?\\p{L}[\\w' {}\\\\^]{0,30}?(?:[\\s$)*]|\\\\[),])*+"
              + "(?:=|:|≈|\\bis|\\bare|\\bequals)(?:[\\s$(*]|\\\\[(,])*+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_A_SET =
      Pattern.compile(
          "\\b(?:roots|solutions|zeros|zeroes|answers|elements|factors|possibilities|possible values)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z](?:_\\{?\\w\\}?)?)[\\s$]*(?:=|\\bis)[\\s$]*$");

  private static final Pattern EQUATION = Pattern.compile("([A-Za-z](?:_\\{?\\w\\}?)?)\\s*=[^=]+");

  private static final Set<String> ALTERNATIVES =
      Set.of("or", "or else", "oder", "ou", "ou bien", "o", "o bien", "或", "или");

  private static final int LONGEST_BEFORE = 120;
  private static final int LONGEST_NAME = 20;
  private static final int MOST_FORMS = 3;

  /** As one answer. */
  String joined() {
    List<String> names = list.stream().map(this::name).toList();
    List<String> members = list.stream().map(box -> box.answer(text)).distinct().toList();
    if (names.stream().noneMatch(String::isEmpty) && names.stream().distinct().count() > 1) {
      return named(names);
    }
    if (members.size() == 1 || isOneValue(members)) {
      return members.getFirst();
    }
    if (isAlternative()) {
      return String.join(" or ", members);
    }
    return !areEquations(members)
            && OF_A_SET.matcher(before(list.getFirst(), LONGEST_BEFORE)).find()
        ? "\\{" + String.join(", ", members) + "\\}"
        : String.join(", ", members);
  }

  private String named(List<String> names) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String answer = list.get(i).answer(text);
      members.add(answer.contains("=") ? answer : names.get(i) + " = " + answer);
    }
    return String.join(", ", members);
  }

  private String name(Box box) {
    Matcher name = NAME.matcher(before(box, LONGEST_NAME));
    return name.find() ? name.group(1) : "";
  }

  /** Whether each member says what one variable is; they need no braces. */
  private static boolean areEquations(List<String> members) {
    List<Matcher> equations = members.stream().map(EQUATION::matcher).toList();
    return equations.stream().allMatch(Matcher::matches)
        && equations.stream().map(each -> each.group(1)).distinct().count() == 1;
  }

  /** One value in several forms: "\\boxed{3/2} or \\boxed{1.5}". */
  private static boolean isOneValue(List<String> members) {
    return members.size() <= MOST_FORMS
        && members.stream()
            .allMatch(each -> Judgements.of(members.getFirst(), each) == Judgement.EQUAL);
  }

  private boolean isAlternative() {
    Matcher last =
        BETWEEN.matcher(text.substring(list.get(list.size() - 2).end(), list.getLast().start()));
    String word = last.matches() && last.group(1) != null ? last.group(1) : "";
    return ALTERNATIVES.contains(word.toLowerCase(Locale.ROOT));
  }

  private String before(Box box, int length) {
    return text.substring(Math.max(0, box.start() - length), box.start());
  }
}
