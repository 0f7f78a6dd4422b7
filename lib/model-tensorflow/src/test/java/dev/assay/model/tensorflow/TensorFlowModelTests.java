// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.Completion;
import dev.assay.model.Completion.Finish;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
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
        Completion completion = own.complete(greedy(prompt, 200));
        assertThat(completion.tokens().stream().map(Completion.Token::text).toList())
            .as(prompt)
            .startsWith(
                expected.tokens().stream()
                    .limit(expected.clear())
                    .map(token -> spelled(tokenizer, List.of(token)))
                    .toArray(String[]::new));
        assertThat(completion.promptTokens()).isEqualTo(prompt.length());
      }
    }
  }

  @Test
  void tokensSpellTheTextAndTheEndTokenBehindIt() {
    Completion completion = model.complete(greedy(PROBLEM, 200));
    assertThat(completion.tokens().stream().map(Completion.Token::text))
        .containsExactly((solution + ".").split(""));
    assertThat(completion.finish()).isEqualTo(Finish.STOP);
    assertThat(completion.completionTokens()).isEqualTo(solution.length() + 1);
  }

  @Test
  void piecesAddUpToTheTextAndArriveOnTheCallersThread() {
    Thread caller = Thread.currentThread();
    List<String> pieces = new ArrayList<>();
    Completion completion =
        model.complete(
            greedy(PROBLEM, 200),
            piece -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              pieces.add(piece);
            });
    assertThat(String.join("", pieces)).isEqualTo(completion.text()).isEqualTo(solution);
    assertThat(pieces).hasSizeGreaterThan(2);
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
    CompletionRequest ask =
        new CompletionRequest(prompt, new Sampling(0, 1, 0), 1, MINUTE, List.of(), vocabulary());
    var logProbabilities = model.complete(ask).tokens().getFirst().named();
    int draws = 600;
    List<String> drawn =
        together(
            IntStream.range(0, draws)
                .mapToObj(seed -> new CompletionRequest(prompt, new Sampling(2, 1, seed), 1))
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
    CompletionRequest request =
        new CompletionRequest(
            PROBLEM, Sampling.greedy(), 200, MINUTE, List.of("zz", "#", stop), Set.of());
    List<String> pieces = new ArrayList<>();
    Completion completion = model.complete(request, pieces::add);
    assertThat(completion.text()).isEqualTo(solution.substring(0, solution.indexOf(stop)));
    assertThat(String.join("", pieces)).isEqualTo(completion.text());
    assertThat(completion.finish()).isEqualTo(Finish.STOP);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 40})
  void maxTokensEndsTheText(int maxTokens) {
    Completion completion = model.complete(greedy(PROBLEM, maxTokens));
    assertThat(completion.text()).isEqualTo(solution.substring(0, maxTokens));
    assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
    assertThat(completion.completionTokens()).isEqualTo(maxTokens);
  }

  @Test
  void namedLogProbabilitiesAreADistributionBeforeTemperature() {
    CompletionRequest request =
        new CompletionRequest(
            PROBLEM, new Sampling(0.7, 0.9, 3), 200, MINUTE, List.of(), vocabulary());
    for (Completion.Token token : model.complete(request).tokens()) {
      double sum = token.named().values().stream().mapToDouble(Math::exp).sum();
      assertThat(sum).isBetween(0.99, 1.0001); // the unused ids have the rest
      assertThat(token.named().get(token.text())).isCloseTo(token.logProbability(), within(1e-6));
    }
  }

  @Test
  void eachCallGetsTheTokensThatItNamed() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Completion>> calls =
          callers.invokeAll(List.of(naming("b", "c"), naming("a"), naming()));
      assertThat(calls.get(0).get().tokens())
          .allMatch(t -> t.named().keySet().equals(Set.of("b", "c")));
      assertThat(calls.get(1).get().tokens()).allMatch(t -> t.named().keySet().equals(Set.of("a")));
      assertThat(calls.get(2).get().tokens()).allMatch(t -> t.named().isEmpty());
    }
  }

  @Test
  void aPromptThatFillsTheContextIsRefusedWithNumbers() {
    int context = model.shared().config().context();
    assertThatThrownBy(() -> model.complete(greedy("1".repeat(context), 1)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining(
            "the prompt has %d tokens (expected: at most %d", context, context - 1);
    Completion last = model.complete(greedy("1".repeat(context - 1), 5));
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
    assertThatThrownBy(() -> naming("yes").call())
        .isInstanceOf(PermanentModelException.class)
        .hasMessageContaining("named token \"yes\" is not one token of model critic");
  }

  @Test
  void aCallThatTakesTooLongIsGivenUp() {
    CompletionRequest request =
        new CompletionRequest(
            PROBLEM, Sampling.greedy(), 200, Duration.ofNanos(1), List.of(), Set.of());
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
    assertThat(second.complete(greedy("abc", 1)).tokens()).hasSize(1);
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

  private static Callable<Completion> naming(String... tokens) {
    return () ->
        model.complete(
            new CompletionRequest(
                PROBLEM, Sampling.greedy(), 30, MINUTE, List.of(), Set.of(tokens)));
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
    return new CompletionRequest(prompt, Sampling.greedy(), maxTokens);
  }

  private static CompletionRequest sampled(String prompt, Sampling sampling) {
    return new CompletionRequest(prompt, sampling, 150);
  }

  private static List<String> together(List<CompletionRequest> requests) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> texts = new ArrayList<>();
      for (Future<Completion> call :
          callers.invokeAll(
              requests.stream()
                  .<Callable<Completion>>map(request -> () -> model.complete(request))
                  .toList())) {
        texts.add(call.get().text());
      }
      return texts;
    }
  }
}
