// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the steps of a solution against the expression that the question asks for, and against each
 * other: how the expression is rewritten, what letters stand for, what is put in for them, and what
 * is given as the answer. Only for questions that are arithmetic and nothing else, where a letter
 * means one thing throughout; in prose it may mean another thing in every case.
 */
final class ArithmeticContext {

  private static final Pattern ANSWER =
      Pattern.compile("(?i)answer is:?\\s{0,3}\\$?(-?\\d[\\d,]{0,30}(?:\\.\\d{1,20})?)");

  private final Side asked;
  private final LetterValues definitions = new LetterValues();
  private final LetterValues values = new LetterValues();
  private boolean flawed;

  ArithmeticContext(Side asked) {
    this.asked = asked;
  }

  /** The flaws of the next step that only its surroundings show; remembers what the step says. */
  List<Flaw> read(int index, String step, boolean hasFalseClaims) {
    StepReading reading = StepReading.of(step);
    List<Flaw> flaws = new ArrayList<>();
    for (Chain chain : reading.chains()) {
      (chain.defines() ? redefined(index, reading, chain) : misplaced(index, reading, chain))
          .ifPresent(flaws::add);
      remember(chain);
    }
    rewritten(index, reading).ifPresent(flaws::add);
    flawed |= hasFalseClaims || !flaws.isEmpty();
    answered(index, step).ifPresent(flaws::add);
    return flaws;
  }

  private void remember(Chain chain) {
    if (chain.defines()) {
      if (!definitions.has(chain.name())) {
        definitions.put(chain.name(), chain.first());
      }
      values.put(chain.name(), chain.last());
    }
  }

  private Optional<Flaw> redefined(int index, StepReading reading, Chain chain) {
    return definitions
        .get(chain.name())
        .filter(before -> before.differsFrom(chain.first()))
        .map(before -> chain.name() + " was " + before.text() + " before")
        .map(why -> reading.flaw(index, chain, Kind.DEFINITION, why));
  }

  private Optional<Flaw> misplaced(int index, StepReading reading, Chain chain) {
    return values
        .in(chain.letters())
        .filter(known -> known.differsFrom(chain.first()))
        .map(known -> "by the lines before it is " + known.text())
        .map(why -> reading.flaw(index, chain, Kind.SUBSTITUTION, why));
  }

  private Optional<Flaw> rewritten(int index, StepReading reading) {
    return reading
        .quoted()
        .flatMap(definitions::in)
        .filter(asked::differsFrom)
        .map(side -> side.text() + " is not " + asked.text())
        .map(why -> reading.flaw(index, Kind.REWRITING, why));
  }

  /**
   * A wrong answer after steps in which nothing wrong was found: one of them was not understood.
   */
  private Optional<Flaw> answered(int index, String step) {
    Matcher matcher = ANSWER.matcher(ClaimChecker.cut(step));
    if (flawed || !matcher.find()) {
      return Optional.empty();
    }
    return Side.value(List.of(matcher.group(1).replace(",", "")))
        .filter(said -> !said.equals(asked.value().orElse(said)))
        .flatMap(_ -> asked.value().flatMap(WrittenValue::of))
        .map(
            value ->
                new Flaw(
                    index,
                    matcher.start(1),
                    matcher.end(1),
                    Kind.ANSWER,
                    matcher.group(1),
                    "the question comes to " + value,
                    Optional.of(new Correction(matcher.start(1), matcher.end(1), value))));
  }
}
