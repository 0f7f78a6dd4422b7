// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Valid chains, and verdicts against answers and persons. */
final class VerifyCotTables {

  private VerifyCotTables() {}

  static List<ReportPart> validity(DatasetFolder data) {
    List<List<Cell>> rows = new ArrayList<>();
    List<JsonNode> all = new ArrayList<>();
    for (String task : VerifyCotChain.TASKS) {
      List<JsonNode> chains = data.json(VerifyCotChain.annotation(task)).valueStream().toList();
      rows.add(validity(task, chains));
      all.addAll(chains);
    }
    rows.add(validity("all", all));
    return List.of(
        new Paragraph(
            """
            A person read 100 chains of each task and flagged those whose reasoning is valid; half \
            of each hundred were picked to be valid, so the shares say nothing about how often a \
            model reasons well. They do say that a right answer is no proof of right reasoning, \
            and that no valid chain ends in a wrong answer."""),
        new Table(
            "Right answers and valid reasoning, in number of chains",
            List.of(
                "task",
                "chains",
                "right answer",
                "right answer, valid",
                "right answer, invalid",
                "wrong answer, valid",
                "invalid among right, percent"),
            rows));
  }

  private static List<Cell> validity(String task, List<JsonNode> chains) {
    long right = count(chains, VerifyCotTables::right);
    long both = count(chains, chain -> right(chain) && valid(chain));
    return List.of(
        Cell.text(task),
        Cell.count(chains.size()),
        Cell.count(right),
        Cell.count(both),
        Cell.count(right - both),
        Cell.count(count(chains, chain -> !right(chain) && valid(chain))),
        Cell.percent((right - both) / (double) right));
  }

  private static boolean right(JsonNode chain) {
    return chain.get("correct").asBoolean();
  }

  private static boolean valid(JsonNode chain) {
    return chain.get("flag").asInt() == 1;
  }

  static List<ReportPart> verdicts(List<VerifyCotChain> chains) {
    return List.of(
        new Paragraph(
            """
            Every check of every step was written three times. We read each text into right, wrong \
            or unknown: what says that a check does not apply is unknown, and neither right nor \
            wrong. "Vote" takes the majority of the three texts, "first" the first alone, \
            "strict" rejects as soon as one text objects; a chain is rejected if one of its checks \
            is. Of the 375 chains that were to be checked 17 have no text, for three runs stopped \
            early. The published reader counts an unreadable text and one that does not apply as \
            approval, and takes the first "yes" or "no" in the last line for the verdict: "there \
            are no incorrect concatenations, so the answer is yes" is a rejection to it, which \
            explains the chains of simultaneous/last_letters that are read otherwise. The tables \
            below hold the verdicts against the answers and against the persons: against the \
            answers these verifiers are little better than a coin, whichever rule adds up their \
            verdicts. Only 51 of \
            the checked chains are among those that a person flagged, too few to tell rules \
            apart."""),
        new Table(
            "What the texts say, in number of texts and chains",
            List.of(
                "run",
                "chains",
                "texts",
                "right",
                "wrong",
                "unknown",
                "chains read as published, of those published"),
            rows(chains, VerifyCotTables::texts)),
        against("whether the chain's answer is right", chains, VerifyCotChain::right),
        against(
            "whether a person found the chain valid",
            chains.stream().filter(chain -> chain.valid() != null).toList(),
            chain -> Objects.equals(chain.valid(), true)));
  }

  private static List<List<Cell>> rows(
      List<VerifyCotChain> chains, Function<List<VerifyCotChain>, List<Cell>> row) {
    return VerifyCotChain.RUNS.stream()
        .map(run -> chains.stream().filter(chain -> chain.run().equals(run)).toList())
        .filter(some -> !some.isEmpty())
        .map(row)
        .toList();
  }

  private static List<Cell> texts(List<VerifyCotChain> chains) {
    List<VerifierVerdict> texts =
        chains.stream().flatMap(c -> c.checks().stream()).flatMap(List::stream).toList();
    List<VerifyCotChain> published = chains.stream().filter(c -> c.published() != null).toList();
    long alike =
        count(published, c -> Objects.equals(c.published(), c.voted() != VerifierVerdict.WRONG));
    return List.of(
        Cell.text(chains.getFirst().run()),
        Cell.count(chains.size()),
        Cell.count(texts.size()),
        Cell.count(count(texts, VerifierVerdict.RIGHT::equals)),
        Cell.count(count(texts, VerifierVerdict.WRONG::equals)),
        Cell.count(count(texts, VerifierVerdict.UNKNOWN::equals)),
        Cell.text(alike + " of " + published.size()));
  }

  private static Table against(
      String truth, List<VerifyCotChain> chains, Predicate<VerifyCotChain> isGood) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String kind : List.of("sequential", "simultaneous")) {
      List<VerifyCotChain> some = chains.stream().filter(c -> c.run().startsWith(kind)).toList();
      if (!some.isEmpty()) {
        rows.add(accuracy(kind, "vote", some, VerifyCotChain::voted, isGood));
        rows.add(accuracy(kind, "first", some, VerifyCotChain::first, isGood));
        rows.add(accuracy(kind, "strict", some, VerifyCotChain::pessimistic, isGood));
      }
    }
    return new Table(
        "Verdicts against " + truth + ", in number of chains",
        List.of(
            "checking",
            "rule",
            "chains",
            "good, approved",
            "good, rejected",
            "bad, approved",
            "bad, rejected",
            "unknown",
            "balanced accuracy, percent"),
        rows);
  }

  private static List<Cell> accuracy(
      String kind,
      String rule,
      List<VerifyCotChain> chains,
      Function<VerifyCotChain, VerifierVerdict> verdict,
      Predicate<VerifyCotChain> isGood) {
    long goodRight =
        count(chains, c -> isGood.test(c) && verdict.apply(c) == VerifierVerdict.RIGHT);
    long goodWrong =
        count(chains, c -> isGood.test(c) && verdict.apply(c) == VerifierVerdict.WRONG);
    long badRight =
        count(chains, c -> !isGood.test(c) && verdict.apply(c) == VerifierVerdict.RIGHT);
    long badWrong =
        count(chains, c -> !isGood.test(c) && verdict.apply(c) == VerifierVerdict.WRONG);
    return List.of(
        Cell.text(kind),
        Cell.text(rule),
        Cell.count(chains.size()),
        Cell.count(goodRight),
        Cell.count(goodWrong),
        Cell.count(badRight),
        Cell.count(badWrong),
        Cell.count(chains.size() - goodRight - goodWrong - badRight - badWrong),
        Cell.percent((share(goodRight, goodWrong) + share(badWrong, badRight)) / 2));
  }

  private static double share(long part, long rest) {
    return part + rest == 0 ? 0 : part / (double) (part + rest);
  }

  private static <T> long count(List<T> all, Predicate<T> filter) {
    return all.stream().filter(filter).count();
  }
}
