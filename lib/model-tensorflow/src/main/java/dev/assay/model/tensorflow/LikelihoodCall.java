// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.TokenLikelihoods;
import dev.assay.model.tensorflow.checkpoint.Vocabulary;
import dev.assay.model.tensorflow.graph.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One call in flight that asks how likely the tokens of a text are. */
final class LikelihoodCall implements EngineCall<float[]> {

  /** Fills a batch up to its size. */
  private static final int[] NOBODYS = {0, 0};

  private final int[] text;
  private final int given;
  private final CompletableFuture<float[]> result = new CompletableFuture<>();

  /**
   * @param prompt at least one token
   * @param continuation at least one token
   */
  LikelihoodCall(int[] prompt, int[] continuation) {
    this.given = prompt.length;
    this.text = Arrays.copyOf(prompt, given + continuation.length);
    System.arraycopy(continuation, 0, text, given, continuation.length);
  }

  /** Scores texts together and hands each caller its own numbers. */
  static void run(Decoder decoder, List<LikelihoodCall> scorings) {
    int rows = Buckets.rows(scorings.size());
    int[][] texts = new int[rows][];
    int[] given = new int[rows];
    for (int row = 0; row < rows; row++) {
      boolean wanted = row < scorings.size();
      texts[row] = wanted ? scorings.get(row).text : NOBODYS;
      given[row] = wanted ? scorings.get(row).given : 1;
    }
    float[][] logProbabilities = decoder.score(texts, given);
    for (int row = 0; row < scorings.size(); row++) {
      scorings.get(row).result.complete(logProbabilities[row]);
    }
  }

  /** Natural log-probabilities of the continuation's tokens. */
  @Override
  public CompletableFuture<float[]> result() {
    return result;
  }

  /** The same beside what each token spells. */
  TokenLikelihoods spelled(float[] logProbabilities, Vocabulary vocabulary) {
    Transcript spelling = new Transcript(List.of());
    List<TokenLikelihoods.Token> tokens = new ArrayList<>();
    for (int i = 0; i < logProbabilities.length; i++) {
      String spelled = spelling.append(vocabulary.spelling(text[given + i]));
      tokens.add(new TokenLikelihoods.Token(spelled, logProbabilities[i]));
    }
    return new TokenLikelihoods(tokens, given);
  }

  @Override
  public int width() {
    return text.length;
  }
}
