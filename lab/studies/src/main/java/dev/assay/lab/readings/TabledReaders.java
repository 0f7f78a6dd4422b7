// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.claims.Claim;
import dev.assay.claims.Claim.Judgement;
import dev.assay.claims.ClaimChecker;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.equality.answers.MathEquality;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Conclusion;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.prompts.reading.FinalAnswers;
import dev.assay.text.TextTable.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The readers of what models say, each with its tables; they are read as the services read. */
final class TabledReaders {

  /** How the tables write that nothing can be read. */
  private static final String NOTHING = "–";

  private static final String NONE = "none";
  private static final String REPLY = "reply";
  private static final String QUESTION = "question";

  private static final MathEquality MATH = new MathEquality();
  private static final GeneralProtocol GENERAL = new GeneralProtocol();
  private static final ClaimChecker CLAIMS = ClaimChecker.lenient();

  private static final List<TabledReader> ALL =
      List.of(
          new TabledReader(
              "equality",
              MathEquality.class,
              List.of("pairs.tsv", "pairs-of-quantities.tsv", "pairs-of-forms.tsv"),
              List.of("one", "other"),
              TabledReaders::equality,
              UnaryOperator.identity()),
          new TabledReader(
              "final answers",
              FinalAnswers.class,
              List.of("final-answers.tsv"),
              List.of(REPLY),
              TabledReaders::answer,
              answer -> answer.equals(NOTHING) ? NONE : "an answer"),
          new TabledReader(
              "verdicts",
              GeneralProtocol.class,
              List.of("verdicts.tsv"),
              List.of(REPLY),
              TabledReaders::verdict,
              verdict -> verdict.startsWith("step ") ? "a step" : verdict),
          new TabledReader(
              "claims",
              ClaimChecker.class,
              List.of("steps.tsv"),
              List.of("text"),
              row -> claims(row.get("text")),
              UnaryOperator.identity()));

  private TabledReaders() {}

  static List<TabledReader> all() {
    return ALL;
  }

  /** The rows of the first of them: pairs of answers. */
  static List<Row> pairs() {
    return ALL.getFirst().rows();
  }

  private static String equality(Row row) {
    return lower(MATH.to(question(row)).compare(row.get("one"), row.get("other")));
  }

  private static String question(Row row) {
    return row.columns().contains(QUESTION) ? row.get(QUESTION) : "";
  }

  private static String answer(Row row) {
    return conclusion(GENERAL.solve(question(row)), row)
        .flatMap(Conclusion::known)
        .map(Draft::answer)
        .orElse(NOTHING);
  }

  private static String verdict(Row row) {
    return conclusion(GENERAL.verify("What is it?", solution(row)), row)
        .flatMap(Conclusion::known)
        .map(TabledReaders::verdict)
        .orElse(NONE);
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError(int index, _, _, _) -> "step " + index;
      case NoVerdict _ -> NONE;
    };
  }

  /** What the row's reply says to the inquiry that the protocol opens with. */
  private static <T> Optional<Conclusion<T>> conclusion(Reading<T> opening, Row row) {
    Finish finish = row.get("finish").equals("length") ? Finish.LENGTH : Finish.STOP;
    return opening instanceof Ask<T>(var inquiry, _)
            && inquiry.read(new Reply(row.get(REPLY), finish, 0, 0)) instanceof Conclusion<T> read
        ? Optional.of(read)
        : Optional.empty();
  }

  private static Solution solution(Row row) {
    List<String> steps =
        new ArrayList<>(Collections.nCopies(Integer.parseInt(row.get("steps")), "It is so."));
    String planted = row.get("solution");
    if (!planted.isEmpty()) {
      steps.set(steps.size() - 1, planted);
    }
    return new Solution(
        new SolutionId(new AttemptId(new ProblemId(new UUID(0, 1)), 0), 0),
        String.join("\n\n", steps),
        steps,
        "1",
        0);
  }

  private static String claims(String text) {
    List<Claim> claims = CLAIMS.claims(text);
    return Stream.of(Judgement.FALSE, Judgement.TRUE, Judgement.UNDECIDED)
        .filter(judgement -> claims.stream().anyMatch(claim -> claim.judgement() == judgement))
        .map(TabledReaders::lower)
        .findFirst()
        .orElse(NONE);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
