// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.SolvingProtocol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** One problem of the embedded model's grammar, and what becomes of it on its way. */
public final class ProblemFixture {

  public static final ProblemId ID = ProblemId.parse("0197f0a1-0000-7000-8000-000000000001");
  public static final String QUESTION = "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";

  /** {@link #QUESTION} as the embedded model reads it. */
  public static final String COMPACT = "(-1+2+9*5)-(-2+-4+-4*-7)";

  /** Its one right derivation. */
  public static final String RIGHT =
      "a9*5=45b-1+2=1c1+45=46d-4*-7=28e-2+-4=-6f-6+28=22g46-22=24#24";

  /** The same with a slip at line 2, carried on to a wrong answer. */
  public static final String WRONG =
      "a9*5=45b-1+2=1c1+45=47d-4*-7=28e-2+-4=-6f-6+28=22g47-22=25#25";

  /** When the problems are submitted; at this time none of them is late. */
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));

  public static final Usage USAGE = new Usage(1, 20, 30, 40);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private ProblemFixture() {}

  /**
   * The embedded model's own, found as a service finds it: whoever asks has it on the class path.
   */
  public static Protocol protocol() {
    return Protocols.named("compact");
  }

  /** A derivation as the embedded model writes it: numbers with their units first. */
  public static String written(String derivation) {
    return NUMBER
        .matcher(derivation)
        .replaceAll(number -> new StringBuilder(number.group()).reverse().toString());
  }

  public static Problem problem() {
    return problem(8, 1);
  }

  public static Problem problem(int attempts, int revisions) {
    return new Problem(ID, QUESTION, policy(attempts, revisions), CLOCK.instant());
  }

  private static Policy policy(int attempts, int revisions) {
    return new Policy(
        new Policy.Effort(attempts, 4, revisions),
        new Policy.Scoring(SelectionRule.PESSIMISTIC, 0.5),
        new Policy.Thresholds(0.7, 0.1, 0.5),
        Duration.ofMinutes(1),
        Stopping.FIXED,
        Policy.ErrorRates.UNSET);
  }

  public static AttemptEvent.Requested attempt(int number) {
    return new AttemptEvent.Requested(problem(), new AttemptId(ID, number));
  }

  public static Solution solution(int revision, String text) {
    Draft draft = draft(new Reply(written(text), Finish.STOP, 1, text.length()));
    return new Solution(
        new SolutionId(new AttemptId(ID, 3), revision),
        text,
        draft.steps(),
        draft.answer(),
        text.length());
  }

  private static Draft draft(Reply reply) {
    Reading<Draft> opening = Protocols.able(protocol(), SolvingProtocol.class).solve(QUESTION);
    Reading<Draft> reading = opening instanceof Ask<Draft> ask ? ask.next().read(reply) : opening;
    return switch (reading) {
      case Read<Draft>(Draft draft, _) -> draft;
      case Unreadable<Draft> none -> Draft.of(none);
      case Ask<Draft> ask -> throw new AssertionError("asked further: " + ask);
    };
  }

  /** The draft of attempt 3. */
  public static Drafted drafted(String text) {
    return new Drafted(problem(), solution(0, text), "author", Spend.first(USAGE));
  }

  public static Criticised criticised(String text, Critique critique) {
    return criticised(0, text, critique);
  }

  /** Attempt 3 at a revision, judged, after one call for the draft and one for the critique. */
  public static Criticised criticised(int revision, String text, Critique critique) {
    return new Criticised(
        problem(), solution(revision, text), critique, "critic", Spend.first(USAGE).then(USAGE));
  }
}
