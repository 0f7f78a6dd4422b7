// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The problems that no model may be trained on, since models are measured on them: the arithmetic
 * of BIG-Bench Hard and its mirror images, which the verifier is asked, and the shuffled objects of
 * BIG-Bench Mistake. They are known by their hashes only, so that the benchmarks themselves are not
 * copied here; {@code HeldOutHashes} beside the tests makes the files from them.
 *
 * <p>Of three people there are only 648 shuffles, and most of those held differ from one that is
 * not in the order of two names only: what a model gets right there it may have seen almost word
 * for word.
 */
public final class HeldOutProblems {

  private static final List<String> FILES =
      List.of("multistep-arithmetic-two.fnv1a", "tracking-shuffled-objects.fnv1a");
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<Long> hashes;

  HeldOutProblems(Set<Long> hashes) {
    this.hashes = Set.copyOf(hashes);
  }

  /** Those of both benchmarks. */
  public static HeldOutProblems bbh() {
    return new HeldOutProblems(
        FILES.stream().flatMap(HeldOutProblems::hashes).collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<Long> hashes(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            HeldOutProblems.class.getResourceAsStream(name), "no resource " + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().map(line -> Long.parseUnsignedLong(line, 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it, or its mirror image, is one of them, however it is spelled. */
  public boolean excludes(ArithmeticProblem problem) {
    return hashes.contains(hash(problem.compact()))
        || hashes.contains(hash(problem.question().mirrored().text()));
  }

  /** Whether it is one of them. */
  public boolean excludes(TrackingProblem problem) {
    return hashes.contains(hash(problem.compact()));
  }

  /** FNV-1a of 64 bits (Fowler, Noll and Vo) of the text's ASCII bytes. */
  static long hash(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}
