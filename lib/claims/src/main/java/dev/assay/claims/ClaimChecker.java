// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.Claim.Judgement;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a step claims about numbers and evaluates both sides exactly. Precision comes before
 * recall: a claim is false only if no usual way of reading it makes it true. Total: any text has an
 * answer, in time linear in its length.
 */
public final class ClaimChecker {

  /** A calculation between the marks that models trained on GSM8K write: {@code <<16-3=13>>}. */
  private static final Pattern MARK = Pattern.compile("<<([^<>\\n]{1,300})>>");

  /** Past this length a step is read up to here only. */
  private static final int LONGEST = 100_000;

  /**
   * Steps for the claims of a step or of a whole solution, about half a second: hundreds of times
   * what a page of ordinary calculations takes.
   */
  static final long WORK = 50_000_000;

  private final ClaimJudge judge;

  private ClaimChecker(ClaimJudge judge) {
    this.judge = judge;
  }

  /** For prose, in which notation is loose, numbers are rounded and units come and go. */
  public static ClaimChecker lenient() {
    return new ClaimChecker(ClaimJudge.LENIENT);
  }

  /** For pure arithmetic: operators bind as in a textbook, and nothing is rounded. */
  public static ClaimChecker strict() {
    return new ClaimChecker(ClaimJudge.STRICT);
  }

  /** The claims of a step in the order in which they end. */
  public List<Claim> claims(String step) {
    return claims(step, new WorkBudget(WORK));
  }

  /** The same, or as many of them as the budget suffices for. */
  List<Claim> claims(String step, WorkBudget work) {
    List<Claim> claims = new ArrayList<>();
    work.run(() -> read(cut(step), claims));
    claims.sort(Comparator.comparingInt(Claim::end));
    return List.copyOf(claims);
  }

  private void read(String text, List<Claim> claims) {
    Map<Integer, Claim> marked = inMarks(text, claims);
    String prose =
        MARK.matcher(WorkBudget.metered(text))
            .replaceAll(mark -> " ".repeat(mark.end() - mark.start()));
    ClaimFinder finder = new ClaimFinder(prose, 0, judge);
    finder.claims(claim -> claims.add(beside(claim, marked.get(claim.rightStart()))));
    new LetterClaims(prose, finder.row()).claims(claims::add);
  }

  /** As much of a step as is read. */
  static String cut(String step) {
    return step.length() > LONGEST ? step.substring(0, LONGEST) : step;
  }

  /** Adds the claims in marks; gives those that a mark has alone, by the place after the mark. */
  private Map<Integer, Claim> inMarks(String text, List<Claim> claims) {
    Map<Integer, Claim> byEnd = new HashMap<>();
    Matcher mark = MARK.matcher(WorkBudget.metered(text));
    while (mark.find()) {
      int before = claims.size();
      new ClaimFinder(mark.group(1), mark.start(1), judge).claims(claims::add);
      if (claims.size() == before + 1) {
        byEnd.put(mark.end(), claims.getLast());
      }
    }
    return byEnd;
  }

  /** A calculation beside the mark of another one that holds is a slip of the pen, perhaps. */
  private static Claim beside(Claim prose, @Nullable Claim mark) {
    boolean another =
        mark != null
            && mark.judgement() == Judgement.TRUE
            && !mark.comesTo().equals(prose.comesTo());
    return prose.isFalse() && another ? prose.doubted(Doubt.MARK.words()) : prose;
  }
}
