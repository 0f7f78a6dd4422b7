// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Usage;
import dev.assay.model.Completion;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Sampling;
import dev.assay.prompts.PromptStyle;
import dev.assay.prompts.reading.Thinking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A model in one of the loop's roles: generator, critic, refiner or verifier. It asks, has the
 * reply read, asks once more if nothing could be read, and keeps the bill.
 *
 * @param temperature of the first request; see {@link Sampling}
 * @param maxTokens the longest reply
 * @param timeout the longest wait for one, if the problem's deadline leaves so much
 * @param maxReplyBytes the longest reply without its thoughts, in bytes on the wire
 * @param clock by which deadlines pass
 */
public record Role(
    Model model,
    PromptStyle style,
    double temperature,
    double topP,
    int maxTokens,
    Duration timeout,
    int maxReplyBytes,
    InstantSource clock) {

  /** An unreadable greedy reply would only be repeated: the second request is sampled. */
  private static final double LEAST_TEMPERATURE_OF_SECOND = 0.7;

  /**
   * What came back.
   *
   * @param value the reading, or empty if neither reply could be read
   * @param reply the last reply, as it came
   * @param tokens generated for the last reply
   * @param usage of the one or two calls
   */
  public record Asked<T>(Optional<T> value, String reply, int tokens, Usage usage) {}

  /** One whose replies may be as long as a text on the wire. */
  public Role(
      Model model,
      PromptStyle style,
      double temperature,
      double topP,
      int maxTokens,
      Duration timeout,
      InstantSource clock) {
    this(model, style, temperature, topP, maxTokens, timeout, Bounds.TEXT, clock);
  }

  /** Who judges, where the role is to judge: what is learnt of one version holds for no other. */
  public String version() {
    return "%s/%s/t=%s".formatted(model.name(), style.name(), temperature);
  }

  /** The same role, played by another model. */
  public Role by(Model other) {
    return new Role(other, style, temperature, topP, maxTokens, timeout, maxReplyBytes, clock);
  }

  /**
   * Asks, and asks once more if the reply cannot be read and there is time.
   *
   * @param subject the id of what the reply will be; the seed is drawn from it, so that the same
   *     task draws the same reply
   * @param deadline the problem's: no call begins or lasts beyond it
   * @throws NoReplyException if the model gives no reply, or one that is too long
   */
  public <T> Asked<T> ask(
      String prompt, String subject, Instant deadline, Function<String, Optional<T>> read) {
    TimedCalls calls = new TimedCalls(timeout, clock);
    Asked<T> first =
        read(
            calls.make(
                calls.within(deadline),
                Usage.NONE,
                within -> model.complete(request(prompt, subject, temperature, within))),
            Usage.NONE,
            read);
    Duration again = calls.within(deadline);
    if (first.value().isPresent() || !again.isPositive()) {
      return first;
    }
    double warmer = Math.max(temperature, LEAST_TEMPERATURE_OF_SECOND);
    return read(
        calls.make(
            again,
            first.usage(),
            within -> model.complete(request(prompt, subject + "#again", warmer, within))),
        first.usage(),
        read);
  }

  private CompletionRequest request(String prompt, String seed, double heat, Duration within) {
    return new CompletionRequest(
        prompt,
        new Sampling(heat, topP, Seeds.of(seed)),
        maxTokens,
        within,
        style.stop(),
        Set.of());
  }

  private <T> Asked<T> read(
      TimedCalls.Timed<Completion> call, Usage paid, Function<String, Optional<T>> read) {
    Completion completion = call.result();
    Usage usage =
        paid.plus(
            new Usage(
                1,
                completion.promptTokens(),
                completion.completionTokens(),
                call.took().toMillis()));
    String text = completion.text();
    if (!Bounds.fits(text, maxReplyBytes)
        && !Bounds.fits(Thinking.of(text).said(), maxReplyBytes)) {
      throw NoReplyException.tooLong(maxReplyBytes, usage);
    }
    return new Asked<>(read.apply(text), text, completion.completionTokens(), usage);
  }
}
