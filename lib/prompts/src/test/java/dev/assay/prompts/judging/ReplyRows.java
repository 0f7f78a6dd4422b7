// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Reply.Token;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SolutionFixture;
import dev.assay.text.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows of replies in tables beside the tests of protocols. In a reply {@code ⟨text×9⟩} stands for
 * nine times the text. Tokens have {@code ¦} between them, and the likeliest in a token's place in
 * braces behind it: {@code Answer: ¦1@-0.1{1=-0.1;0=-2.3}}, its own log-probability before them.
 */
public final class ReplyRows {

  public static final String QUESTION = "How many primes are below 10?";

  private static final Pattern REPEATED = Pattern.compile("⟨([^×]*)×(\\d+)⟩");
  private static final Pattern TOKEN =
      Pattern.compile("(?s)(.*?)(?:@(-?[0-9.]+))?(?:\\{([^{}]*=-?[^{}]*)\\})?");

  private ReplyRows() {}

  public static Stream<TextTable.Row> of(Class<?> beside, String file) {
    return TextTable.of(beside, file).stream();
  }

  /** The solution under judgement: the steps of the row, a blank line between two, or any. */
  public static Solution solution(TextTable.Row row) {
    String steps = row.get("steps");
    return steps.isEmpty()
        ? SolutionFixture.solution("The primes below 10 are 2, 3, 5 and 7.", "So there are 4.")
        : SolutionFixture.solution(steps.split("\n\n"));
  }

  /** The reply of a row, as its server ended it. */
  public static Reply reply(TextTable.Row row) {
    String text =
        REPEATED
            .matcher(row.get("reply"))
            .replaceAll(
                all ->
                    Matcher.quoteReplacement(all.group(1).repeat(Integer.parseInt(all.group(2)))));
    return new Reply(text, Finish.valueOf(row.get("finish").toUpperCase(Locale.ROOT)), 1, 1);
  }

  /** A whole reply. */
  public static Reply said(String text) {
    return new Reply(text, Finish.STOP, 1, 1);
  }

  /** The reply of a row of tokens; its text is what they spell up to an end mark. */
  public static Reply scored(TextTable.Row row) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String each : row.get("tokens").split("¦")) {
      var token = TOKEN.matcher(each);
      if (!token.matches()) {
        throw new AssertionError(row.place() + ": " + each);
      }
      tokens.add(new Token(token.group(1), own(token.group(2)), alternatives(token.group(3))));
      text.append(token.group(1));
    }
    String said = text.toString().replace("<|im_end|>", "");
    return new Reply(said, "", Finish.STOP, 1, tokens.size(), tokens);
  }

  private static double own(String logProbability) {
    return logProbability == null ? -0.05 : Double.parseDouble(logProbability);
  }

  private static Map<String, Double> alternatives(String listed) {
    Map<String, Double> alternatives = new HashMap<>();
    if (listed != null) {
      for (String each : listed.split(";")) {
        int sign = each.lastIndexOf('=');
        alternatives.put(each.substring(0, sign), Double.valueOf(each.substring(sign + 1)));
      }
    }
    return alternatives;
  }

  /** What is read of a reply: {@code correct}, {@code wrong}, {@code step K} or {@code none}. */
  public static String said(Reading<Verdict> opening, Reply reply) {
    return verdict(opening, reply).map(ReplyRows::said).orElse("none");
  }

  /** The same with the score to two places, or a dash where there is none. */
  public static String score(Reading<Verdict> opening, Reply reply) {
    return verdict(opening, reply).map(each -> said(each) + " " + score(each)).orElse("none");
  }

  private static Optional<Verdict> verdict(Reading<Verdict> opening, Reply reply) {
    return opening instanceof Reading.Ask<Verdict>(Reading.Inquiry<Verdict> inquiry, _)
            && inquiry.read(reply) instanceof Reading.Conclusion<Verdict> conclusion
        ? conclusion.known()
        : Optional.empty();
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError error ->
          error.step().isPresent() ? "step " + error.step().getAsInt() : "wrong";
      case Verdict.NoVerdict none -> none.toString();
    };
  }

  private static String score(Verdict verdict) {
    boolean unscored = verdict instanceof FirstError error && error.score() == null;
    return unscored ? "-" : String.format(Locale.ROOT, "%.2f", verdict.pass());
  }
}
