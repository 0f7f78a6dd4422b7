// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Usage;
import dev.assay.inference.api.Completion;
import dev.assay.inference.api.CompletionRequest;
import dev.assay.inference.api.Model;
import dev.assay.inference.api.Sampling;
import dev.assay.reasoning.style.PromptStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A model in one of the loop's roles: generator, critic, refiner or verifier. It asks, has the
 * reply read, asks once more if nothing could be read, and keeps the bill.
 *
 * @param temperature of the first request; see {@link Sampling}
 * @param maxTokens the longest reply
 * @param timeout the longest wait for one
 */
public record Role(
    Model model,
    PromptStyle style,
    double temperature,
    double topP,
    int maxTokens,
    Duration timeout) {

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

  /** Who judges, where the role is to judge: what is learnt of one version holds for no other. */
  public String version() {
    return "%s/%s/t=%s".formatted(model.name(), style.name(), temperature);
  }

  /** The same role, played by another model. */
  public Role by(Model other) {
    return new Role(other, style, temperature, topP, maxTokens, timeout);
  }

  /**
   * Asks, and asks once more if the reply cannot be read.
   *
   * @param subject the id of what the reply will be; the seed is drawn from it, so that the same
   *     task draws the same reply
   * @throws dev.assay.inference.api.ModelException if the model gives no reply
   */
  public <T> Asked<T> ask(String prompt, String subject, Function<String, Optional<T>> read) {
    Asked<T> first = askOnce(prompt, subject, temperature, read);
    if (first.value().isPresent()) {
      return first;
    }
    double warmer = Math.max(temperature, LEAST_TEMPERATURE_OF_SECOND);
    Asked<T> second = askOnce(prompt, subject + "#again", warmer, read);
    return new Asked<>(
        second.value(), second.reply(), second.tokens(), first.usage().plus(second.usage()));
  }

  private <T> Asked<T> askOnce(
      String prompt, String seed, double heat, Function<String, Optional<T>> read) {
    long start = System.nanoTime();
    Completion completion =
        model.complete(
            new CompletionRequest(
                prompt,
                new Sampling(heat, topP, Seeds.of(seed)),
                maxTokens,
                timeout,
                style.stop(),
                Set.of()));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Asked<>(
        read.apply(completion.text()),
        completion.text(),
        completion.completionTokens(),
        new Usage(1, completion.promptTokens(), completion.completionTokens(), millis));
  }
}
