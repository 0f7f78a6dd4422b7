// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.overhead.GridLoad;
import dev.assay.lab.overhead.MixedLoads;
import dev.assay.lab.overhead.ideal.CallPace;
import dev.assay.lab.overhead.ideal.GridShape;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked, and how fast the model answers. */
final class OverheadLoadOptions {

  private static final int MOST_IN_FLIGHT = 4096;
  private static final int MOST_PROBLEMS = 100_000;
  private static final int CHUNKS = 50;

  /** Problems at a time of loads in which that is not what is looked at. */
  private static final int AT_A_TIME = 16;

  private static final int LARGE = 10;

  @Option(
      names = "--shapes",
      paramLabel = "NxM",
      split = ",",
      defaultValue = "1x1,4x4,16x16",
      description =
          "Attempts and verdicts, without revisions; none for no such rows (default: ${DEFAULT-VALUE}).")
  private List<String> shapes = List.of();

  @Option(
      names = "--in-flight",
      paramLabel = "K",
      split = ",",
      defaultValue = "1,16,64",
      description = "Problems at a time (default: ${DEFAULT-VALUE}).")
  private List<Integer> inFlight = List.of();

  @Option(
      names = "--problems",
      paramLabel = "COUNT",
      description = "Of each row (default: about 6000 calls, 300 problems at the most).")
  private @Nullable Integer problems;

  @Option(
      names = "--first",
      paramLabel = "COUNT",
      defaultValue = "60",
      description =
          "Problems of the first shape, one at a time, that are shown as the first (default: ${DEFAULT-VALUE}; 0: none).")
  private int first = 60;

  @Option(
      names = "--warm-up",
      paramLabel = "COUNT",
      defaultValue = "400",
      description = "Problems of the first shape before the others (default: ${DEFAULT-VALUE}).")
  private int warmUp = 400;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      defaultValue = "20",
      description = "Of a model call (default: ${DEFAULT-VALUE}).")
  private long latency = 20;

  @Option(
      names = "--slots",
      paramLabel = "COUNT",
      defaultValue = "0",
      description = "Calls that the model works on at a time (default: any number).")
  private int slots;

  @Option(names = "--streamed", description = "Replies come in " + CHUNKS + " pieces.")
  private boolean streamed;

  @Option(
      names = "--question",
      paramLabel = "CHARS",
      defaultValue = "0",
      description = "Length of a question, at least.")
  private int question;

  @Option(
      names = "--mixed",
      description = "Mixed loads too: slow calls, large problems, a call that hangs.")
  private boolean mixed;

  @Option(
      names = "--slow",
      defaultValue = "10s",
      description = "What 5 %% of calls take among the mixed loads (default: ${DEFAULT-VALUE}).")
  private Duration slow = Duration.ofSeconds(10);

  @Option(
      names = "--hang",
      defaultValue = "60s",
      description = "How long a call hangs (default: ${DEFAULT-VALUE}).")
  private Duration hang = Duration.ofMinutes(1);

  @Option(
      names = "--mixed-problems",
      paramLabel = "COUNT",
      defaultValue = "200",
      description = "Of a mixed load (default: ${DEFAULT-VALUE}).")
  private int mixedProblems = 200;

  @Option(
      names = "--large",
      paramLabel = "NxM",
      defaultValue = "16x16",
      description = "Ten of these are before a small problem (default: ${DEFAULT-VALUE}).")
  private String large = "16x16";

  /**
   * Looks at all of them before anything starts.
   *
   * @throws UsageException naming the option
   */
  void check() {
    shapes();
    parse("--large", large);
    inFlight.forEach(each -> UsageException.requireBetween("--in-flight", each, MOST_IN_FLIGHT));
    if (problems != null) {
      UsageException.requireBetween("--problems", problems, MOST_PROBLEMS);
    }
    UsageException.requireBetween("--mixed-problems", mixedProblems, MOST_PROBLEMS);
    if (latency < 0 || slots < 0 || first < 0 || warmUp < 0 || question < 0) {
      throw new UsageException(
          "--latency, --slots, --first, --warm-up, --question: negative (expected: 0 or more)");
    }
  }

  private List<GridShape> shapes() {
    return shapes.equals(List.of("none"))
        ? List.of()
        : shapes.stream().map(each -> parse("--shapes", each)).toList();
  }

  private static GridShape parse(String option, String text) {
    try {
      return GridShape.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /** What the system is asked first of all; one that has answered before has no such thing. */
  List<GridLoad> first() {
    return shapes().stream()
        .limit(first == 0 ? 0 : 1)
        .map(shape -> new GridLoad(true, shape, 1, first))
        .toList();
  }

  /** What is asked before anything is looked at again. */
  List<GridLoad> warmUp() {
    GridShape shape = shapes().isEmpty() ? new GridShape(1, 1) : shapes().getFirst();
    return warmUp == 0 ? List.of() : List.of(new GridLoad(false, shape, AT_A_TIME, warmUp));
  }

  List<GridLoad> rows() {
    return shapes().stream()
        .flatMap(shape -> inFlight.stream().map(each -> row(shape, each)))
        .toList();
  }

  private GridLoad row(GridShape shape, int atATime) {
    return problems == null
        ? GridLoad.usual(shape, atATime)
        : new GridLoad(false, shape, atATime, problems);
  }

  CallPace pace() {
    return CallPace.even(latency, slots, streamed ? CHUNKS : 0);
  }

  int question() {
    return question;
  }

  boolean mixed() {
    return mixed;
  }

  MixedLoads.Sizes sizes() {
    return new MixedLoads.Sizes(
        slow.toMillis(),
        mixedProblems,
        LARGE,
        parse("--large", large),
        hang.toMillis(),
        mixedProblems,
        AT_A_TIME);
  }

  /** In words. */
  String model() {
    return "a model of %d ms a call%s%s"
        .formatted(
            latency,
            streamed ? ", in " + CHUNKS + " pieces" : "",
            slots == 0 ? "" : ", on " + slots + " slots");
  }
}
