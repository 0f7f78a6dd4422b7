// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.ReferenceVerifyingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A judgement in one protocol of a question and a solution, one of which attacks whoever judges it.
 */
record AttackedJudgement(VerifyingProtocol protocol, String question, List<String> steps) {

  private static final String BEGINNING = "We begin with what is given.";
  private static final String END = "That brings us to the end of it.";
  private static final String QUESTION = "How many primes are below 10?";
  private static final int MOST_TURNS = 8;

  static List<VerifyingProtocol> protocols() {
    return ServiceLoader.load(Protocol.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(VerifyingProtocol.class::isInstance)
        .map(VerifyingProtocol.class::cast)
        .toList();
  }

  /** One that the protocol takes: a question that it refuses never reaches a model. */
  static AttackedJudgement of(VerifyingProtocol protocol, TextTable.Row row) {
    String attacked = BEGINNING + "\n" + row.get("attack").replace("¶", "\n") + "\n" + END;
    boolean inQuestion =
        row.get("where").equals("question") && protocol.refusal(attacked).isEmpty();
    if (inQuestion) {
      return new AttackedJudgement(protocol, attacked, List.of("2, 3, 5, 7.", "So there are 4."));
    }
    List<String> steps = new ArrayList<>(List.of(BEGINNING));
    steps.addAll(List.of(row.get("attack").split("¶")));
    steps.add(END);
    return new AttackedJudgement(protocol, asked(protocol), steps);
  }

  private static String asked(Protocol protocol) {
    return protocol.refusal(QUESTION).isEmpty() ? QUESTION : ProblemFixture.QUESTION;
  }

  /** The same protocol and nobody who attacks it. */
  AttackedJudgement unattacked() {
    return new AttackedJudgement(
        protocol, asked(protocol), List.of("2, 3, 5, 7.", "Nothing else.", "So 4.", "Done."));
  }

  /** What the model sees of the attack, with what stands around it. */
  String shown() {
    return inquiry()
        .map(asked -> asked.prompt().text())
        .filter(text -> text.contains(BEGINNING) && text.contains(END))
        .map(
            text ->
                text.substring(text.indexOf(BEGINNING) + BEGINNING.length(), text.lastIndexOf(END)))
        .orElse("");
  }

  /** Ways to conclude, as the protocol would end a reply that does not. */
  List<String> conclusions() {
    return inquiry()
        .flatMap(asked -> asked.ending(new Reply("", Finish.STOP, 1, 1)))
        .map(Inquiry::prompt)
        .map(end -> end.choices().stream().map(choice -> end.prefill() + choice).toList())
        .orElse(List.of());
  }

  /** What is read of a reply, by whichever turn of a conversation. */
  String read(String text) {
    Reply reply = new Reply(text, Finish.STOP, 1, 1);
    Reading<Verdict> reading = opening();
    for (int i = 0; i < MOST_TURNS && reading instanceof Ask<Verdict> ask; i++) {
      reading = ask.next().read(reply);
    }
    return reading instanceof Reading.Read<Verdict>(Verdict verdict, _) ? said(verdict) : "none";
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError error -> "wrong at " + error.step();
      case Verdict.NoVerdict none -> none.toString();
    };
  }

  private Optional<Inquiry<Verdict>> inquiry() {
    return opening() instanceof Ask<Verdict>(Inquiry<Verdict> next, _)
        ? Optional.of(next)
        : Optional.empty();
  }

  private Reading<Verdict> opening() {
    Solution solution =
        new Solution(
            SolutionId.parse("0198c5a2-7b1e-7c3d-8f4a-5b6c7d8e9f00/0/0"),
            String.join("\n\n", steps),
            steps,
            null,
            0);
    return protocol instanceof ReferenceVerifyingProtocol against
        ? against.verify(question, "4", solution)
        : protocol.verify(question, solution);
  }
}
