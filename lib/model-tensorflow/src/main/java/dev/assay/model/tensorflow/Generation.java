// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Completion;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Sampling;
import dev.assay.model.tensorflow.checkpoint.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToDoubleFunction;

/**
 * One call in flight: its prompt, its draws and what it has so far. The engine's thread fills it;
 * the caller waits on its events and may give it up.
 */
final class Generation implements EngineCall {

  /** Below this the draw is greedy in all but name, and dividing by it would overflow. */
  private static final double LEAST_TEMPERATURE = 1e-4;

  private final int[] prompt;
  private final int limit;
  private final Sampling sampling;
  private final Map<String, Integer> named;
  private final Vocabulary vocabulary;
  private final Set<Integer> endTokens;
  private final SplittableRandom random;
  private final Transcript transcript;
  private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
  private final List<Completion.Token> tokens = new ArrayList<>();
  private int newest;
  private volatile boolean cancelled;

  /**
   * @param prompt at least one token
   * @param limit the most tokens to generate, context included
   * @param named token ids by the names that the request gave them
   */
  Generation(
      CompletionRequest request,
      int[] prompt,
      int limit,
      Map<String, Integer> named,
      Vocabulary vocabulary,
      Set<Integer> endTokens) {
    this.prompt = prompt;
    this.limit = limit;
    this.sampling = request.sampling();
    this.named = Map.copyOf(named);
    this.vocabulary = vocabulary;
    this.endTokens = endTokens;
    this.random = new SplittableRandom(sampling.seed());
    this.transcript = new Transcript(request.stop());
  }

  BlockingQueue<CallEvent> events() {
    return events;
  }

  @Override
  public int width() {
    return prompt.length;
  }

  /** The engine frees the slot when it next looks. */
  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  int[] prompt() {
    return prompt;
  }

  Set<Integer> namedIds() {
    return Set.copyOf(named.values());
  }

  /** The newest token, which the model has not read yet. */
  int newest() {
    return newest;
  }

  /** Where the newest token belongs; for a call that has none yet, where its first will. */
  int position() {
    return prompt.length + Math.max(0, tokens.size() - 1);
  }

  int remaining() {
    return limit - tokens.size();
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
   * @param logProbabilityOf by token id, of the named tokens
   * @return whether it was the last
   */
  boolean accept(int token, double logProbability, ToDoubleFunction<Integer> logProbabilityOf) {
    newest = token;
    boolean end = endTokens.contains(token);
    byte[] spelling = vocabulary.spelling(token);
    String spelled =
        end ? new String(spelling, StandardCharsets.UTF_8) : transcript.append(spelling);
    Map<String, Double> others = HashMap.newHashMap(named.size());
    named.forEach((name, id) -> others.put(name, logProbabilityOf.applyAsDouble(id)));
    tokens.add(new Completion.Token(spelled, logProbability, others));
    if (end || transcript.stopped() || remaining() == 0) {
      finish(end || transcript.stopped());
      return true;
    }
    return false;
  }

  /** Hands the caller what is new, once a chunk. */
  void flush() {
    String piece = transcript.release(false);
    if (!piece.isEmpty()) {
      events.add(new CallEvent.Piece(piece));
    }
  }

  private void finish(boolean stopped) {
    transcript.end();
    String piece = transcript.release(true);
    if (!piece.isEmpty()) {
      events.add(new CallEvent.Piece(piece));
    }
    events.add(
        new CallEvent.Done(
            new Completion(
                transcript.text(),
                tokens,
                prompt.length,
                tokens.size(),
                stopped || transcript.stopped()
                    ? Completion.Finish.STOP
                    : Completion.Finish.LENGTH)));
  }

  @Override
  public void fail(String message, Throwable cause) {
    events.add(new CallEvent.Failed(message, cause));
  }
}
