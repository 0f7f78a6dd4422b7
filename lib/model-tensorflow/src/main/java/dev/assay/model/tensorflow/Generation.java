// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.model.tensorflow.checkpoint.Vocabulary;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** One call in flight: its prompt, its draws and what it has so far. */
final class Generation implements EngineCall<Reply> {

  /** Below this the draw is greedy in all but name, and dividing by it would overflow. */
  private static final double LEAST_TEMPERATURE = 1e-4;

  private final int[] prompt;
  private final int limit;
  private final Sampling sampling;
  private final Vocabulary vocabulary;
  private final Set<Integer> endTokens;
  private final SplittableRandom random;
  private final Transcript transcript;
  private final CompletableFuture<Reply> result = new CompletableFuture<>();
  private int generated;
  private int newest;

  /**
   * @param prompt at least one token
   * @param limit the most tokens to generate, context included
   */
  Generation(
      CompletionRequest request,
      int[] prompt,
      int limit,
      Vocabulary vocabulary,
      Set<Integer> endTokens) {
    this.prompt = prompt;
    this.limit = limit;
    this.sampling = request.sampling();
    this.vocabulary = vocabulary;
    this.endTokens = endTokens;
    this.random = new SplittableRandom(sampling.seed());
    this.transcript = new Transcript(request.prompt().stop());
  }

  @Override
  public CompletableFuture<Reply> result() {
    return result;
  }

  @Override
  public int width() {
    return prompt.length;
  }

  int[] prompt() {
    return prompt;
  }

  /** The newest token, which the model has not read yet. */
  int newest() {
    return newest;
  }

  /** Where the newest token belongs; for a call that has none yet, where its first will. */
  int position() {
    return prompt.length + Math.max(0, generated - 1);
  }

  int remaining() {
    return limit - generated;
  }

  private boolean greedy() {
    return sampling.temperature() < LEAST_TEMPERATURE;
  }

  float inverseTemperature() {
    return greedy() ? 1 : (float) (1 / sampling.temperature());
  }

  float topP() {
    return (float) sampling.topP();
  }

  /** The next draws, one a token; must be asked for exactly as many tokens as will be accepted. */
  float[] uniforms(int steps) {
    float[] uniforms = new float[steps];
    if (!greedy()) {
      for (int i = 0; i < steps; i++) {
        uniforms[i] = random.nextFloat();
      }
    }
    return uniforms;
  }

  /**
   * Takes the next token in.
   *
   * @return whether it was the last
   */
  boolean accept(int token) {
    newest = token;
    generated++;
    boolean end = endTokens.contains(token);
    if (!end) {
      transcript.append(vocabulary.spelling(token));
    }
    boolean last = end || transcript.stopped() || remaining() == 0;
    if (last) {
      finish(end);
    }
    return last;
  }

  private void finish(boolean end) {
    transcript.end();
    Reply.Finish finish = end || transcript.stopped() ? Reply.Finish.STOP : Reply.Finish.LENGTH;
    result.complete(new Reply(transcript.text(), finish, prompt.length, generated));
  }
}
