// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.ReplyOrigin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells draws from copies. A cache in front of a model, a server that ignores seeds, greedy
 * decoding: each gives the same reply N times, and N copies agree as one does. docs/why/0024 says
 * why a copy is known by its length.
 */
public final class Repetition {

  /** In characters: of such a length no two draws of free text are alike by chance. */
  public static final int TELLING = 200;

  /** So many short replies, and none that differs, are no chance either. */
  private static final int ALL_ALIKE = 3;

  /** Whoever was asked about is kept: verdicts on a copy would be lost. */
  private static final Comparator<FinalSolution> ORIGINAL_FIRST =
      Comparator.<FinalSolution>comparingInt(each -> each.verdicts().asked())
          .reversed()
          .thenComparing(FinalSolution::attempt);

  private Repetition() {}

  /** Whether another reply with the same digest is a copy of this one, and no draw of its own. */
  public static boolean telling(ReplyOrigin reply) {
    return reply.digest() != null && (reply.greedy() || (isLong(reply) && isFree(reply)));
  }

  private static boolean isLong(ReplyOrigin reply) {
    Integer length = reply.length();
    return length != null && length >= TELLING;
  }

  /** Where what is said has one spelling, draws of their own are alike. */
  private static boolean isFree(ReplyOrigin reply) {
    return reply.canonical() == null;
  }

  /**
   * The same solutions, each copy with the attempt that it repeats.
   *
   * @param answered those that state an answer, each with its group
   */
  static List<FinalSolution> marked(List<FinalSolution> answered) {
    Map<Integer, Integer> originals = new HashMap<>();
    answered.stream()
        .filter(each -> each.reply().digest() != null)
        .collect(Collectors.groupingBy(Repetition::text))
        .values()
        .stream()
        .filter(alike -> areCopies(alike, answered.size()))
        .forEach(alike -> mark(alike, originals));
    return answered.stream().map(each -> each.repeating(originals.get(each.attempt()))).toList();
  }

  private record Text(String digest, int group) {}

  private static Text text(FinalSolution solution) {
    return new Text(
        requireNonNull(solution.reply().digest()), requireNonNull(solution.membership()).group());
  }

  private static boolean areCopies(List<FinalSolution> alike, int of) {
    ReplyOrigin reply = alike.getFirst().reply();
    return telling(reply) || (isFree(reply) && alike.size() >= ALL_ALIKE && alike.size() == of);
  }

  private static void mark(List<FinalSolution> alike, Map<Integer, Integer> originals) {
    Optional<Integer> original = alike.stream().min(ORIGINAL_FIRST).map(FinalSolution::attempt);
    alike.stream()
        .map(FinalSolution::attempt)
        .filter(attempt -> !original.orElseThrow().equals(attempt))
        .forEach(copy -> originals.put(copy, original.orElseThrow()));
  }
}
