// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.TokenLikelihoods;
import dev.assay.model.TokenLikelihoods.Token;
import dev.assay.model.TransientModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How likely the embedded model finds texts, with its real weights. */
class TokenLikelihoodsTests {

  private static final String PROBLEM = EmbeddedModels.PROMPTS.getFirst();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static TensorFlowModel model;
  private static String solution;

  @BeforeAll
  static void open() {
    model = TensorFlowModels.open(EmbeddedModels.FOLDER, "verifier");
    solution = generated() + ".";
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void tokensSpellTheContinuation() {
    assertThat(model.likelihoods(PROBLEM, solution, MINUTE).tokens())
        .extracting(Token::text)
        .containsExactly(solution.split(""));
  }

  @Test
  void aSlipIsUnlikelyAndChangesNothingBeforeIt() {
    int at = solution.indexOf('=') + 1;
    char other = solution.charAt(at) == '1' ? '2' : '1';
    String slipped = solution.substring(0, at) + other + solution.substring(at + 1);

    double[] right = logProbabilities(model.likelihoods(PROBLEM, solution, MINUTE));
    double[] wrong = logProbabilities(model.likelihoods(PROBLEM, slipped, MINUTE));

    assertThat(Arrays.copyOf(wrong, at)).containsExactly(Arrays.copyOf(right, at), within(1e-4));
    // The model itself found another token the likeliest.
    assertThat(Math.exp(wrong[at])).isLessThan(0.5).isLessThan(Math.exp(right[at]));
  }

  @Test
  void neitherOrderNorCompanyMatters() throws Exception {
    List<String> texts =
        IntStream.range(0, 40)
            .mapToObj(i -> solution.substring(i % 2, Math.min(solution.length(), 4 + 2 * i)))
            .toList();
    List<double[]> alone =
        texts.stream()
            .map(text -> logProbabilities(model.likelihoods(PROBLEM, text, MINUTE)))
            .toList();

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<double[]>> calls = new ArrayList<>();
      for (String text : texts.reversed()) {
        calls.add(() -> logProbabilities(model.likelihoods(PROBLEM, text, MINUTE)));
        calls.add(() -> new double[] {generated().length()});
      }
      List<Future<double[]>> together = callers.invokeAll(calls);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(together.get(2 * (texts.size() - 1 - i)).get())
            .containsExactly(alone.get(i), within(1e-4));
      }
      for (int i = 1; i < together.size(); i += 2) {
        assertThat(together.get(i).get()).containsExactly(solution.length() - 1);
      }
    }
  }

  private static String generated() {
    return model.complete(new CompletionRequest(Prompt.of(PROBLEM), Sampling.greedy(), 200)).text();
  }

  @Test
  void aTextMayFillTheContextAndNoMore() {
    String prompt = "S" + "1".repeat(300);

    assertThat(model.likelihoods(prompt, "1".repeat(51), MINUTE).tokens()).hasSize(51);
    assertThatThrownBy(() -> model.likelihoods(prompt, "1".repeat(52), MINUTE))
        .isInstanceOf(PermanentModelException.class)
        .hasMessage(
            "the texts have 301 + 52 tokens (expected: together at most 352, the context of model"
                + " verifier)");
  }

  @Test
  void whatTheModelCannotReadIsRefused() {
    assertThatThrownBy(() -> model.likelihoods(PROBLEM, "a9 * 5", MINUTE))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("model verifier cannot read the continuation: ")
        .hasMessageContaining("at character 2 is not in the model's vocabulary");
    assertThatThrownBy(() -> model.likelihoods(PROBLEM, "", MINUTE))
        .isInstanceOf(PermanentModelException.class)
        .hasMessage("the continuation is empty (expected: at least one token)");
    assertThatThrownBy(() -> model.likelihoods("", "a", MINUTE))
        .isInstanceOf(PermanentModelException.class)
        .hasMessage("the prompt is empty (expected: at least one token)");
  }

  @Test
  void aClosedModelSaysSo() {
    TensorFlowModel own = TensorFlowModels.open(EmbeddedModels.FOLDER, "own");
    own.close();

    assertThatThrownBy(() -> own.likelihoods(PROBLEM, solution, MINUTE))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model own is closed");
  }

  private static double[] logProbabilities(TokenLikelihoods read) {
    return read.tokens().stream().mapToDouble(Token::logProbability).toArray();
  }
}
