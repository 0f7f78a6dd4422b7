// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Whether replies come piece by piece, and whether one call leaves the stream of another alone. */
final class StreamProbe {

  private static final String SETTING = "assay.role.model.calls.stream=false";
  private static final String LONG = "Count from 1 to 60 in words, one number a line.";

  /** So that one is still being written when the next one comes. */
  private static final int TOKENS = 120;

  private static final int TOGETHER = 3;

  private StreamProbe() {}

  static List<Diagnosis> of(Probe probe) {
    try {
      Reply _ = probe.variants().streamed(probe.drawn(LONG, 1, 4));
    } catch (ModelException e) {
      boolean _ = Probe.honouredDespite(e);
      return List.of(Diagnosis.warning("the server does not stream: " + e.getMessage(), SETTING));
    }
    return List.of(
        brokenOff(probe)
            .map(
                why ->
                    Diagnosis.fault(
                        "a running stream is broken off when another call comes: " + why, SETTING))
            .orElseGet(() -> Diagnosis.well("streams, and several at a time")));
  }

  private static Optional<String> brokenOff(Probe probe) {
    List<Future<Optional<String>>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LongStream.rangeClosed(1, TOGETHER)
          .mapToObj(seed -> probe.drawn(LONG, seed, TOKENS))
          .forEach(request -> calls.add(threads.submit(() -> broken(probe, request))));
    }
    return calls.stream().flatMap(each -> result(each).stream()).findFirst();
  }

  private static Optional<String> broken(Probe probe, CompletionRequest request) {
    try {
      Reply _ = probe.variants().streamed(request);
      return Optional.empty();
    } catch (ModelException e) {
      boolean broken = e.kind() == FailureKind.BROKEN_OFF || e.kind() == FailureKind.UNREADABLE;
      return broken ? Optional.of(String.valueOf(e.getMessage())) : Optional.empty();
    }
  }

  private static Optional<String> result(Future<Optional<String>> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a probe failed", e);
    }
  }
}
