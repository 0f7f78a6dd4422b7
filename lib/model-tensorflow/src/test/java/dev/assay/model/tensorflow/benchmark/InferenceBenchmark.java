// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.benchmark;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.model.tensorflow.TensorFlowModel;
import dev.assay.model.tensorflow.TensorFlowModels;
import dev.assay.model.tensorflow.TensorFlowOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How fast the embedded model is and whether native memory grows: {@code InferenceBenchmark <model
 * folder> [requests] [chunk]}.
 */
final class InferenceBenchmark {

  private static final List<String> PROMPTS =
      List.of(
          "S(-1+2+9*5)-(-2+-4+-4*-7)>",
          "S(-9*-5-6+-2)-(-8--6*-3*1)>",
          "S(3*-3*6+-5)-(-2+-7-7--7)>",
          "S(6*-6*8*1)*(-1*7*-6+-2)>");

  private InferenceBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "models/critic");
    int requests = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    int chunk = args.length > 2 ? Integer.parseInt(args[2]) : 16;
    TensorFlowOptions options = new TensorFlowOptions(64, 1024, chunk);
    long start = System.nanoTime();
    try (TensorFlowModel model = TensorFlowModels.open(folder, "benchmark", options)) {
      System.out.printf("open %.1f s, RSS %d MiB%n", seconds(start), rss());
      for (int inFlight : new int[] {1, 8, 32, 64}) {
        measure(model, inFlight, inFlight * 4); // the first runs of each shape build its kernels
        System.out.printf("in flight %2d: ", inFlight);
        measured(model, inFlight, Math.max(50, inFlight * 20));
      }
      leak(model, requests);
    }
    System.out.printf("closed, RSS %d MiB%n", rss());
  }

  private static void leak(Model model, int requests) throws Exception {
    int part = Math.max(1, requests / 10);
    for (int done = 0; done < requests; done += part) {
      measure(model, 48, part);
      System.out.printf(
          "after %5d requests: RSS %d MiB, of which heap at most %d%n",
          done + part, rss(), Runtime.getRuntime().totalMemory() >> 20);
    }
  }

  private static void measured(Model model, int inFlight, int requests) throws Exception {
    long start = System.nanoTime();
    long busy = busy();
    long tokens = measure(model, inFlight, requests);
    double seconds = seconds(start);
    System.out.printf(
        "%6.0f tokens/s, %6.0f a processor second, %6.1f ms a call, RSS %d MiB%n",
        tokens / seconds,
        tokens / ((busy() - busy) / 1e9),
        1000 * seconds * inFlight / requests,
        rss());
  }

  /** Sends so many requests, so many at a time, and returns the tokens generated. */
  private static long measure(Model model, int inFlight, int requests)
      throws InterruptedException, ExecutionException {
    AtomicLong tokens = new AtomicLong();
    Semaphore permits = new Semaphore(inFlight);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls =
          IntStream.range(0, requests)
              .<Future<?>>mapToObj(
                  i -> {
                    permits.acquireUninterruptibly();
                    return callers.submit(
                        () -> {
                          try {
                            tokens.addAndGet(complete(model, i).completionTokens());
                          } finally {
                            permits.release();
                          }
                        });
                  })
              .toList();
      for (Future<?> call : calls) {
        call.get();
      }
    }
    return tokens.get();
  }

  private static Reply complete(Model model, int i) {
    String prompt = PROMPTS.get(i % 8 == 7 ? 3 : i % 3);
    return model.complete(new CompletionRequest(Prompt.of(prompt), new Sampling(0.7, 1, i), 160));
  }

  /** Nanoseconds of processor time that this process has had; fair where the machine is shared. */
  private static long busy() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** What this process occupies, native memory included. */
  private static long rss() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0)
        / 1024;
  }
}
