// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.claims;

import dev.assay.reasoning.claims.Claim.Judgement;
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

  private final Judge judge;

  private ClaimChecker(Judge judge) {
    this.judge = judge;
  }

  /** For prose, in which notation is loose, numbers are rounded and units come and go. */
  public static ClaimChecker lenient() {
    return new ClaimChecker(Judge.LENIENT);
  }

  /** For pure arithmetic: operators bind as in a textbook, and nothing is rounded. */
  public static ClaimChecker strict() {
    return new ClaimChecker(Judge.STRICT);
  }

  /** The claims of a step in the order in which they end. */
  public List<Claim> claims(String step) {
    String text = cut(step);
    Map<Integer, Claim> marked = new HashMap<>();
    List<Claim> claims = new ArrayList<>(inMarks(text, marked));
    String prose = MARK.matcher(text).replaceAll(mark -> " ".repeat(mark.group().length()));
    ClaimFinder finder = new ClaimFinder(prose, 0, judge);
    for (Claim claim : finder.claims()) {
      claims.add(beside(claim, marked.get(claim.rightStart())));
    }
    claims.addAll(new LetterClaims(prose, finder.row()).claims());
    claims.sort(Comparator.comparingInt(Claim::end));
    return List.copyOf(claims);
  }

  /** As much of a step as is read. */
  static String cut(String step) {
    return step.length() > LONGEST ? step.substring(0, LONGEST) : step;
  }

  /** The claims in marks; of each mark with one claim, that claim by the place after the mark. */
  private List<Claim> inMarks(String text, Map<Integer, Claim> byEnd) {
    List<Claim> claims = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      List<Claim> inMark = new ClaimFinder(mark.group(1), mark.start(1), judge).claims();
      claims.addAll(inMark);
      if (inMark.size() == 1) {
        byEnd.put(mark.end(), inMark.getFirst());
      }
    }
    return claims;
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
