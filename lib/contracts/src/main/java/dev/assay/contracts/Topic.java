// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Optional;

/**
 * A Kafka topic and what is on it. The key of every record begins with the problem id, its body is
 * one event as JSON.
 *
 * @param name on the broker
 * @param events the sealed interface of its events
 */
public record Topic<E extends Event>(String name, Class<E> events) {

  public static final Topic<ProblemEvent> PROBLEMS = new Topic<>("problems", ProblemEvent.class);
  public static final Topic<AttemptEvent> ATTEMPTS = new Topic<>("attempts", AttemptEvent.class);
  public static final Topic<SolutionEvent> SOLUTIONS =
      new Topic<>("solutions", SolutionEvent.class);
  public static final Topic<CritiqueEvent> CRITIQUES =
      new Topic<>("critiques", CritiqueEvent.class);
  public static final Topic<VerificationEvent> VERIFICATIONS =
      new Topic<>("verifications", VerificationEvent.class);
  public static final Topic<VerdictEvent> VERDICTS = new Topic<>("verdicts", VerdictEvent.class);
  public static final Topic<ComparisonEvent> COMPARISONS =
      new Topic<>("comparisons", ComparisonEvent.class);
  public static final Topic<OutcomeEvent> OUTCOMES = new Topic<>("outcomes", OutcomeEvent.class);
  public static final Topic<AnswerEvent> ANSWERS = new Topic<>("answers", AnswerEvent.class);

  public static final List<Topic<?>> ALL =
      List.of(
          PROBLEMS,
          ATTEMPTS,
          SOLUTIONS,
          CRITIQUES,
          VERIFICATIONS,
          COMPARISONS,
          OUTCOMES,
          VERDICTS,
          ANSWERS);

  /** What the name of a topic of dead letters ends with. */
  public static final String DEAD_LETTERS = ".dlq";

  /** Where records of this topic go that nobody can work: the record as it came, and why. */
  public String deadLetters() {
    return name + DEAD_LETTERS;
  }

  /** The topic of that name, if this build has it: a newer one may know more. */
  public static Optional<Topic<?>> named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The topic that an event belongs on. */
  public static Topic<?> of(Event event) {
    return switch (event) {
      case ProblemEvent _ -> PROBLEMS;
      case AttemptEvent _ -> ATTEMPTS;
      case SolutionEvent _ -> SOLUTIONS;
      case CritiqueEvent _ -> CRITIQUES;
      case VerificationEvent _ -> VERIFICATIONS;
      case ComparisonEvent _ -> COMPARISONS;
      case OutcomeEvent _ -> OUTCOMES;
      case VerdictEvent _ -> VERDICTS;
      case AnswerEvent _ -> ANSWERS;
    };
  }
}
