// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Expense;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Warning;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever runs the system what answers warn of and what they cost: a caller may not read it,
 * and each further problem would be paid for in vain.
 *
 * <p>Counters: {@code assay.warnings}, tag {@code code}; {@code assay.cost}, tag {@code currency},
 * of the calls on the bills of answers. The log has a line a minute at most for each code.
 */
public final class SettledAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(SettledAnswers.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  /** Each code has a counter of its own, so that only known ones may have any. */
  private static final Set<String> CODES =
      Stream.of(Warning.Code.values()).map(Warning.Code::word).collect(Collectors.toSet());

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  public SettledAnswers(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * When a code was last written of.
   *
   * @param heldBack how many more of it there were since
   * @param due the warning in hand is to be written, after so many that were held back
   */
  private record Line(Instant at, int heldBack, @Nullable Integer due) {}

  /** To be told of each answer that is settled, once. */
  void add(ProblemId problem, Answer answer) {
    answer.warnings().stream()
        .filter(each -> CODES.contains(each.code()))
        .forEach(each -> add(problem, each));
    Expense cost = answer.usage().cost();
    if (cost != null) {
      cost.amounts()
          .forEach(
              (currency, amount) ->
                  meters
                      .counter("assay.cost", "currency", currency)
                      .increment(amount.doubleValue()));
    }
  }

  private void add(ProblemId problem, Warning warning) {
    meters.counter("assay.warnings", "code", warning.code()).increment();
    Integer heldBack = lines.compute(warning.code(), (_, line) -> next(line)).due();
    if (heldBack != null) {
      LOG.warn(
          "problem {}: {}: {}{}",
          problem,
          warning.code(),
          warning.message(),
          heldBack == 0
              ? ""
              : String.format(Locale.ROOT, " (%d more of these were held back)", heldBack));
    }
  }

  private Line next(@Nullable Line last) {
    Instant now = clock.instant();
    if (last == null) {
      return new Line(now, 0, 0);
    }
    return now.isBefore(last.at().plus(BETWEEN_LINES))
        ? new Line(last.at(), last.heldBack() + 1, null)
        : new Line(now, 0, last.heldBack());
  }
}
