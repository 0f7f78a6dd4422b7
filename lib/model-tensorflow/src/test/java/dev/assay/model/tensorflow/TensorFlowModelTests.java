// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import dev.assay.model.TransientModelException;
import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import dev.assay.model.tensorflow.checkpoint.TinyFolder;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded model through the port, with its real weights. */
class TensorFlowModelTests {

  private static final String PROBLEM = EmbeddedModels.PROMPTS.getFirst();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static TensorFlowModel model;
  private static String solution;

  @BeforeAll
  static void open() {
    model = TensorFlowModels.open(EmbeddedModels.FOLDER, "critic");
    Tokenizer tokenizer = model.shared().tokenizer();
    List<Integer> tokens =
        ScalarDecoder.open(EmbeddedModels.FOLDER).greedy(tokenizer.encode(PROBLEM), 200).tokens();
    solution = spelled(tokenizer, tokens.subList(0, tokens.size() - 1));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  static List<Path> models() {
    return EmbeddedModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void greedyTextIsThatOfAnIndependentImplementation(Path folder) {
    ScalarDecoder scalar = ScalarDecoder.open(folder);
    try (TensorFlowModel own = TensorFlowModels.open(folder, "own")) {
      Tokenizer tokenizer = own.shared().tokenizer();
      for (String prompt : EmbeddedModels.PROMPTS) {
        ScalarDecoder.Greedy expected = scalar.greedy(tokenizer.encode(prompt), 200);
        Reply reply = own.complete(greedy(prompt, 200));
        // The end token is not part of the text.
        assertThat(reply.text() + ".")
            .as(prompt)
            .startsWith(spelled(tokenizer, expected.tokens().subList(0, expected.clear())));
        assertThat(reply.promptTokens()).isEqualTo(prompt.length());
      }
    }
  }

  @Test
  void theEndTokenIsCountedAndNotPartOfTheText() {
    Reply reply = model.complete(greedy(PROBLEM, 200));
    assertThat(reply.text()).isEqualTo(solution);
    assertThat(reply.finish()).isEqualTo(Finish.STOP);
    assertThat(reply.completionTokens()).isEqualTo(solution.length() + 1);
  }

  @Test
  void theBeginningOfTheReplyMayBeWrittenForIt() {
    Prompt prompt =
        new Prompt(Prompt.of(PROBLEM).messages(), List.of(), solution.substring(0, 7), List.of());

    Reply reply = model.complete(new CompletionRequest(prompt, Sampling.greedy(), 200));

    assertThat(reply.text()).isEqualTo(solution.substring(7));
    assertThat(reply.promptTokens()).isEqualTo(PROBLEM.length() + 7);
  }

  @Test
  void theSameSeedGivesTheSameTextWhateverElseIsInTheBatch() throws Exception {
    List<CompletionRequest> requests =
        IntStream.range(0, 40)
            .mapToObj(
                seed ->
                    sampled(
                        EmbeddedModels.PROMPTS.get(seed % 6),
                        new Sampling(seed % 3 == 0 ? 1.5 : 0.9, seed % 2 == 0 ? 1 : 0.95, seed)))
            .toList();
    List<String> alone = requests.stream().map(request -> model.complete(request).text()).toList();

    assertThat(together(requests)).isEqualTo(alone);
  }

  @Test
  void differentSeedsGiveDifferentTexts() throws Exception {
    List<CompletionRequest> requests =
        IntStream.range(0, 20)
            .mapToObj(seed -> sampled(PROBLEM, new Sampling(4, 1, seed)))
            .toList();
    assertThat(new HashSet<>(together(requests))).hasSizeGreaterThan(15);
  }

  @Test
  void aTinyTopPIsGreedy() {
    assertThat(model.complete(sampled(PROBLEM, new Sampling(3, 1e-6, 5))).text())
        .isEqualTo(solution);
  }

  @Test
  void aTinyTemperatureIsGreedy() {
    assertThat(model.complete(sampled(PROBLEM, new Sampling(1e-9, 1, 5))).text())
        .isEqualTo(solution);
    assertThat(model.complete(sampled(PROBLEM, new Sampling(1e-3, 1, 5))).text())
        .isEqualTo(solution);
  }

  @Test
  void drawsFollowTheDistribution() throws Exception {
    // No question at all: of a question that it knows, the model is sure.
    String prompt = "S-3>";
    Map<String, Double> logProbabilities =
        vocabulary().stream()
            .collect(Collectors.toMap(token -> token, token -> logProbability(prompt, token)));
    int draws = 600;
    List<String> drawn =
        together(
            IntStream.range(0, draws)
                .mapToObj(
                    seed -> new CompletionRequest(Prompt.of(prompt), new Sampling(2, 1, seed), 1))
                .toList());

    // At temperature 2 every token's chance is the root of its probability, normalised.
    double total = logProbabilities.values().stream().mapToDouble(p -> Math.exp(p / 2)).sum();
    logProbabilities.forEach(
        (token, p) -> {
          double share = drawn.stream().filter(token::equals).count() / (double) draws;
          assertThat(share).as(token).isCloseTo(Math.exp(p / 2) / total, within(0.07));
        });
  }

  @Test
  void aStopStringEndsTheTextBeforeItself() {
    String stop = solution.substring(14, 17);
    Prompt prompt =
        new Prompt(Prompt.of(PROBLEM).messages(), List.of("zz", "#", stop), null, List.of());
    Reply reply = model.complete(new CompletionRequest(prompt, Sampling.greedy(), 200));
    assertThat(reply.text()).isEqualTo(solution.substring(0, solution.indexOf(stop)));
    assertThat(reply.finish()).isEqualTo(Finish.STOP);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 40})
  void maxTokensEndsTheText(int maxTokens) {
    Reply reply = model.complete(greedy(PROBLEM, maxTokens));
    assertThat(reply.text()).isEqualTo(solution.substring(0, maxTokens));
    assertThat(reply.finish()).isEqualTo(Finish.LENGTH);
    assertThat(reply.completionTokens()).isEqualTo(maxTokens);
  }

  @Test
  void aPromptThatFillsTheContextIsRefusedWithNumbers() {
    int context = model.shared().config().context();
    assertThatThrownBy(() -> model.complete(greedy("1".repeat(context), 1)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining(
            "the prompt has %d tokens (expected: at most %d", context, context - 1);
    Reply last = model.complete(greedy("1".repeat(context - 1), 5));
    assertThat(last.completionTokens()).isEqualTo(1);
    assertThat(model.complete(greedy("1".repeat(context - 51), 500)).completionTokens())
        .isLessThanOrEqualTo(51);
  }

  @Test
  void whatTheModelCannotReadIsRefused() {
    assertThatThrownBy(() -> model.complete(greedy("Who?", 5)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("\"W\" at character 0 is not in the model's vocabulary");
    assertThatThrownBy(() -> model.complete(greedy("", 5)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("the prompt is empty");
  }

  @Test
  void aPromptThatCannotFitIsNotEvenRead() {
    SharedEngine shared = model.shared();
    int most = shared.config().context() * shared.tokenizer().vocabulary().longest();

    assertThatThrownBy(() -> model.complete(greedy("é".repeat(most + 1), 1)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("has %d characters (expected: at most %d", most + 1, most);
    assertThatThrownBy(() -> model.complete(greedy("é".repeat(most), 1)))
        .hasMessageContaining("vocabulary");
  }

  @Test
  void aCallThatTakesTooLongIsGivenUp() {
    CompletionRequest request =
        new CompletionRequest(Prompt.of(PROBLEM), Sampling.greedy(), 200, Duration.ofNanos(1));
    assertThatThrownBy(() -> model.complete(request))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model critic did not finish within PT0.000000001S");
  }

  @Test
  void handlesOnOneFolderShareAnEngineUntilTheLastCloses(@TempDir Path folder) {
    new TinyFolder(folder).write();
    TensorFlowModel first = TensorFlowModels.open(folder, "one");
    TensorFlowModel second = TensorFlowModels.open(folder, "two");
    assertThat(first.shared()).isSameAs(second.shared());
    assertThat(second.name()).isEqualTo("two");

    first.close();
    first.close();
    assertThat(second.complete(greedy("abc", 1)).completionTokens()).isEqualTo(1);
    assertThatThrownBy(() -> first.complete(greedy("abc", 1)))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model one is closed");

    second.close();
    try (TensorFlowModel third = TensorFlowModels.open(folder, "three")) {
      assertThat(third.shared()).isNotSameAs(first.shared());
    }
  }

  @Test
  void weightsThatAreNotNumbersDoNotOpen(@TempDir Path folder) {
    new TinyFolder(folder)
        .tensor("model.norm.weight", TinyFolder.Tensor.floats(List.of(4), 1, 1, Float.NaN, 1))
        .write();
    assertThatThrownBy(() -> TensorFlowModels.open(folder, "broken"))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("model.norm.weight holds NaN at index 2");
  }

  private static double logProbability(String prompt, String token) {
    return model.likelihoods(prompt, token, MINUTE).tokens().getFirst().logProbability();
  }

  /** Every token that spells one character. */
  private static Set<String> vocabulary() {
    Tokenizer tokenizer = model.shared().tokenizer();
    return IntStream.range(0, model.shared().config().vocabulary())
        .mapToObj(token -> spelled(tokenizer, List.of(token)))
        .filter(text -> text.length() == 1)
        .collect(Collectors.toSet());
  }

  private static String spelled(Tokenizer tokenizer, List<Integer> tokens) {
    return tokens.stream()
        .map(token -> new String(tokenizer.vocabulary().spelling(token), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static CompletionRequest greedy(String prompt, int maxTokens) {
    return new CompletionRequest(Prompt.of(prompt), Sampling.greedy(), maxTokens);
  }

  private static CompletionRequest sampled(String prompt, Sampling sampling) {
    return new CompletionRequest(Prompt.of(prompt), sampling, 150);
  }

  private static List<String> together(List<CompletionRequest> requests) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> texts = new ArrayList<>();
      for (Future<Reply> call :
          callers.invokeAll(
              requests.stream()
                  .<Callable<Reply>>map(request -> () -> model.complete(request))
                  .toList())) {
        texts.add(call.get().text());
      }
      return texts;
    }
  }
}
