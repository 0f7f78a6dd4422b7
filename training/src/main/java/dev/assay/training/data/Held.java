// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The problems that no model may be trained on, since models are measured on them: the 250 of
 * BIG-Bench Hard, and their mirror images, which the verifier is asked. They are known by their
 * hashes only, so that the benchmark itself is not copied here; {@code HeldHashes} beside the tests
 * makes the file from it.
 */
public final class Held {

  private static final String BBH = "multistep-arithmetic-two.fnv1a";
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<Long> hashes;

  Held(Set<Long> hashes) {
    this.hashes = Set.copyOf(hashes);
  }

  /** The problems of BIG-Bench Hard's multistep_arithmetic_two. */
  public static Held bbh() {
    try (InputStream file =
            Objects.requireNonNull(Held.class.getResourceAsStream(BBH), "no resource " + BBH);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      return new Held(
          lines
              .lines()
              .map(line -> Long.parseUnsignedLong(line, 16))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it, or its mirror image, is one of them, however it is spelled. */
  public boolean excludes(ArithmeticProblem problem) {
    return hashes.contains(hash(problem.compact()))
        || hashes.contains(hash(problem.question().mirrored().text()));
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
