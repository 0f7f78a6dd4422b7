// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.model.TransientModelException;
import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.TinyFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine's promises about queues, time, failure and the end, with a decoder made for it. */
@Timeout(20)
class EngineTests {

  private static final int CHUNK = 4;

  @TempDir Path folder;

  private final GatedDecoder decoder = new GatedDecoder();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private TensorFlowModel model;

  @AfterEach
  void close() {
    decoder.let(1000);
    model.close();
    callers.shutdownNow();
  }

  @Test
  void aCallJoinsBetweenChunksOfAnother() throws Exception {
    start(4, 4);
    Generation first = submit(3 * CHUNK);
    decoder.awaitRunning();
    Generation second = submit(CHUNK);
    decoder.let(100);

    assertThat(outcome(second)).isNotNull();
    assertThat(outcome(first)).isNotNull();
    assertThat(decoder.rowsGenerated()).startsWith(1, 2);
  }

  @Test
  void rowsThatAreNotNeededAreNotComputed() throws Exception {
    start(8, 8);
    Generation one = submit(2 * CHUNK);
    decoder.awaitRunning();
    List<Generation> more = List.of(submit(9 * CHUNK), submit(CHUNK), submit(CHUNK));
    decoder.let(100);
    for (Generation generation : more) {
      assertThat(outcome(generation)).isNotNull();
    }
    assertThat(outcome(one)).isNotNull();

    assertThat(decoder.rowsGenerated()).startsWith(1, 4).endsWith(1);
  }

  @Test
  void aFullQueueIsOverload() {
    start(1, 1);
    submit(CHUNK * 2);
    decoder.awaitRunning();
    submit(CHUNK);

    assertThatThrownBy(() -> model.complete(request(CHUNK)))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model test is overloaded: its queue of waiting calls is full")
        .extracting(EngineTests::calls)
        .isEqualTo(0);
  }

  @Test
  void aCallThatTimesOutInTheQueueLeavesIt() {
    start(1, 1);
    Generation running = submit(CHUNK * 2);
    decoder.awaitRunning();

    assertThatThrownBy(() -> model.complete(request(CHUNK, Duration.ofMillis(20))))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model test did not finish within PT0.02S")
        .extracting(EngineTests::calls)
        .isEqualTo(1);

    Generation next = submit(CHUNK);
    decoder.let(100);
    assertThat(outcome(running)).isNotNull();
    assertThat(outcome(next)).isNotNull();
  }

  @Test
  void aCallThatTimesOutWhileItRunsFreesItsSlot() throws Exception {
    start(1, 1);
    Future<Reply> late = callers.submit(() -> model.complete(request(300, Duration.ofMillis(20))));
    decoder.awaitRunning();
    assertThatThrownBy(late::get).hasCauseInstanceOf(TransientModelException.class);

    Future<Reply> next = call(2);
    decoder.let(2);
    assertThat(next.get().text()).isEqualTo("bb");
    assertThat(decoder.rowsGenerated()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void anInterruptedCallerFreesItsSlot() throws Exception {
    start(1, 1);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    model.complete(request(300));
                  } catch (RuntimeException e) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    thrown.complete(e);
                  }
                });
    decoder.awaitRunning();
    caller.interrupt();
    assertThat(thrown.get())
        .isInstanceOf(TransientModelException.class)
        .hasMessage("interrupted while waiting for model test");

    Future<Reply> next = call(2);
    decoder.let(2);
    assertThat(next.get().text()).isEqualTo("bb");
  }

  @Test
  void aFailedRunFailsItsCallsAndTheEngineGoesOn() throws Exception {
    start(2, 2);
    decoder.failWith(new IllegalStateException("out of luck"));
    Future<Reply> failed = call(CHUNK * 2);
    decoder.let(1);
    assertThatThrownBy(failed::get)
        .cause()
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("model tiny failed: ")
        .hasMessageContaining("out of luck");

    decoder.let(100);
    assertThat(call(3).get().text()).isEqualTo("bbb");
  }

  @Test
  void anEngineThatDiesFailsEveryCall() throws Exception {
    start(1, 4);
    decoder.failWith(new OutOfMemoryError("of a test"));
    Generation running = submit(CHUNK * 2);
    decoder.awaitRunning();
    Generation waiting = submit(CHUNK);
    decoder.let(1);

    assertFails(running);
    assertFails(waiting);
    assertThatThrownBy(() -> model.complete(request(1)))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model test is closed");
    assertThat(decoder.closed()).isTrue();
  }

  @Test
  void closingFailsWhoeverWaits() throws Exception {
    start(1, 4);
    Future<Reply> running = call(CHUNK * 50);
    decoder.awaitRunning();
    Generation waiting = submit(CHUNK);
    Thread closer = Thread.ofPlatform().start(model::close);
    // It waits for the engine's end only once the engine is told to end: no chunk follows this one.
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    decoder.let(1);
    closer.join();

    assertThatThrownBy(running::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TransientModelException.class)
        .hasMessageContaining("is closed");
    assertFails(waiting);
    assertThat(decoder.closed()).isTrue();
  }

  @Test
  void closingFailsScoringsThatWait() throws Exception {
    start(1, 4);
    Generation running = submit(CHUNK * 50);
    decoder.awaitRunning();
    Future<float[]> waiting = score();
    Thread closer = Thread.ofPlatform().start(model::close);
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    decoder.let(1);
    closer.join();

    assertThatThrownBy(waiting::get)
        .hasCauseInstanceOf(TransientModelException.class)
        .hasMessageContaining("model tiny is closed");
    assertFails(running);
  }

  @Test
  void aScoringThatTakesTooLongIsGivenUp() {
    start(1, 1);

    assertThatThrownBy(() -> model.likelihoods("a", "bc", Duration.ofMillis(20)))
        .isInstanceOf(TransientModelException.class)
        .hasMessage("model test did not finish within PT0.02S");
  }

  @Test
  void aFailedScoringFailsItsCallersAndNoneThatGenerates() throws Exception {
    start(2, 4);
    Future<Reply> generating = call(2 * CHUNK + 1);
    decoder.awaitRunning();
    Future<float[]> failing = score();
    decoder.let(1);
    decoder.awaitRunning();
    decoder.failWith(new IllegalStateException("out of luck"));
    decoder.let(100);

    assertThatThrownBy(failing::get)
        .hasCauseInstanceOf(TransientModelException.class)
        .hasMessageContaining("model tiny failed: ")
        .hasMessageContaining("out of luck");
    assertThat(generating.get().text()).hasSize(2 * CHUNK + 1);
    assertThat(model.likelihoods("a", "bc", Duration.ofMinutes(1)).tokens()).hasSize(2);
  }

  @Test
  void anEngineThatDiesScoringFailsWhoeverArrivedWithIt() throws Exception {
    start(4, 4);
    submit(CHUNK + 1);
    decoder.awaitRunning();
    Future<float[]> scoring = score();
    Generation arrived = submit(CHUNK);
    decoder.let(1);
    decoder.awaitRunning();
    decoder.failWith(new OutOfMemoryError("of a test"));
    decoder.let(1);

    assertThatThrownBy(scoring::get).hasCauseInstanceOf(TransientModelException.class);
    assertFails(arrived);
  }

  private void start(int slots, int waiting) {
    TensorFlowOptions options = new TensorFlowOptions(slots, waiting, CHUNK);
    Path tiny =
        new TinyFolder(folder)
            .config("_position_embeddings\": 32", "_position_embeddings\": 352")
            .write();
    try (Checkpoint checkpoint = Checkpoint.open(tiny)) {
      SharedEngine shared =
          new SharedEngine(
              checkpoint.config(), checkpoint.tokenizer(), Engine.start("tiny", decoder, options));
      model = new TensorFlowModel("test", shared, shared::close);
    }
  }

  private Future<Reply> call(int maxTokens) {
    return callers.submit(() -> model.complete(request(maxTokens)));
  }

  /** Puts a call in the queue and returns at once. */
  private Generation submit(int maxTokens) {
    SharedEngine shared = model.shared();
    Generation generation =
        new Generation(
            request(maxTokens),
            new int[] {1},
            maxTokens,
            shared.tokenizer().vocabulary(),
            shared.config().endTokens());
    assertThat(shared.engine().submit(generation)).isEqualTo(Engine.Submission.ACCEPTED);
    return generation;
  }

  /** The same with a call that generates nothing. */
  private Future<float[]> score() {
    LikelihoodCall scoring = new LikelihoodCall(new int[] {1}, new int[] {2, 3});
    assertThat(model.shared().engine().submit(scoring)).isEqualTo(Engine.Submission.ACCEPTED);
    return scoring.result();
  }

  /** What comes of a call. */
  private static Reply outcome(Generation generation) {
    return generation.result().join();
  }

  private static void assertFails(Generation generation) {
    assertThatThrownBy(generation.result()::get).hasCauseInstanceOf(TransientModelException.class);
  }

  private static CompletionRequest request(int maxTokens) {
    return new CompletionRequest(Prompt.of("a"), Sampling.greedy(), maxTokens);
  }

  private static CompletionRequest request(int maxTokens, Duration timeout) {
    return new CompletionRequest(Prompt.of("a"), Sampling.greedy(), maxTokens, timeout);
  }

  /** On the bill of a call that failed. */
  private static int calls(Throwable failure) {
    return ((ModelException) failure).spent().calls();
  }
}
