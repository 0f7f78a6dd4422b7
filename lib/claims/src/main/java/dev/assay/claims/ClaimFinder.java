// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds two expressions with an equals sign, or a word for one, between them. */
final class ClaimFinder {

  private static final int NONE = -1;
  private static final int MOST_LINE_ENDS = 3;

  /** Steps for a word in or around a claim, which is looked up in several lists. */
  private static final int WORD = 20;

  private final String text;
  private final int offset;
  private final ClaimJudge judge;
  private final ClaimTokens row;
  private final ClaimContext surroundings;

  /**
   * @param offset the place of the text in the step
   */
  ClaimFinder(String text, int offset, ClaimJudge judge) {
    this.text = text;
    this.offset = offset;
    this.judge = judge;
    this.row =
        new ClaimTokens(judge == ClaimJudge.STRICT ? Lexer.readMended(text) : Lexer.read(text));
    this.surroundings = new ClaimContext(row);
  }

  /** Hands on each claim as soon as it is judged: later ones may be more work than is left. */
  void claims(Consumer<Claim> found) {
    List<Side> sides = sides();
    for (int i = 0; i + 1 < sides.size(); i++) {
      claim(sides.get(i), sides.get(i + 1)).ifPresent(found);
    }
  }

  ClaimTokens row() {
    return row;
  }

  List<Side> sides() {
    List<Side> sides = new ArrayList<>();
    int at = 0;
    while (at < row.size()) {
      Optional<Side> side = surroundings.begins(at) ? SideReader.at(row, at) : Optional.empty();
      side.ifPresent(sides::add);
      at = side.map(Side::to).orElse(at + 1);
    }
    return sides;
  }

  private Optional<Claim> claim(Side left, Side right) {
    boolean says = left.operations() + right.operations() > 0 || left.percent() || right.percent();
    int relation = relation(left);
    if (!says || relation == NONE) {
      return Optional.empty();
    }
    int from = pastLineEnds(relation + 1);
    boolean about = row.at(relation).is(Kind.ABOUT);
    while (row.at(from).is(Kind.WORD) && ClaimWords.about(row.at(from))) {
      about = true;
      from = row.pastDelimiters(from + 1);
    }
    // The right side may have begun with a currency sign that was passed just now.
    if (right.from() > from || right.to() <= from) {
      return Optional.empty();
    }
    return Optional.of(judged(left, right, about || surroundings.about(left, right)));
  }

  private int relation(Side left) {
    int at = pastLineEnds(left.to());
    ClaimToken token = row.at(at);
    return switch (token.kind()) {
      case EQUAL, ABOUT -> at;
      case WORD, PUNCTUATION -> left.operations() > 0 && at == left.to() ? wordRelation(at) : NONE;
      default -> NONE;
    };
  }

  private int wordRelation(int at) {
    int past = EqualWords.past(row, at);
    return past > at ? past - 1 : NONE;
  }

  private int pastLineEnds(int from) {
    int at = row.pastDelimiters(from);
    int lineEnds = 0;
    while (row.at(at).is(Kind.NEWLINE) && at < row.size() && lineEnds++ < MOST_LINE_ENDS) {
      at = row.pastDelimiters(at + 1);
    }
    return at;
  }

  private Claim judged(Side left, Side right, boolean about) {
    WorkBudget.spend((long) WORD * (right.to() - left.from() + 4L * ClaimContext.NEAR));
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    doubts.addAll(left.doubts());
    doubts.addAll(right.doubts());
    surroundings.doubts(left, right, doubts);
    if (relation(left) != NONE && row.at(relation(left)).is(Kind.WORD)) {
      surroundings.wordDoubts(left, right, doubts);
    }
    if (SideUnits.mayAgree(SideUnits.of(row, left), SideUnits.of(row, right))) {
      doubts.add(Doubt.UNITS);
    }
    ClaimJudge.Ruling ruling = judge.rule(left, right, about, doubts);
    int start = row.at(left.from()).start();
    int rightStart = row.at(right.from()).start();
    int end = row.at(right.to() - 1).end();
    return new Claim(
        offset + start,
        offset + end,
        offset + rightStart,
        text.substring(start, end),
        left.text(),
        right.text(),
        ruling.judgement(),
        left.value().flatMap(WrittenValue::of),
        ruling.why());
  }
}
