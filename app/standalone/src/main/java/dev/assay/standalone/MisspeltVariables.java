// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds variables that look like those of models and are none: a slip in a name is otherwise taken
 * for no word at all, and another model answers.
 */
final class MisspeltVariables {

  /** Letters that may be wrong, missing or too many. */
  private static final int MOST_SLIPS = 2;

  private static final int LONGEST = 64;

  /** What services and compose read of models besides the variables that are known here. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ASSAY_MODEL_API_KEY_FILE",
          "ASSAY_MODEL_LENGTH",
          "ASSAY_GENERATOR_GPU",
          "ASSAY_CRITIC_GPU",
          "ASSAY_VERIFIER_GPU");

  /** Of these nobody else reads any. */
  private static final List<String> OURS =
      List.of("ASSAY_MODEL_", "ASSAY_GENERATOR_", "ASSAY_CRITIC_", "ASSAY_REFINE_");

  private MisspeltVariables() {}

  /**
   * The first one, and what was probably meant.
   *
   * @param names of all variables
   * @param known of those that say something of models
   */
  static Optional<String> first(Collection<String> names, Collection<String> known) {
    return new TreeSet<>(names)
        .stream()
            .filter(each -> each.startsWith("ASSAY_") && each.length() <= LONGEST)
            .filter(each -> !known.contains(each) && !ELSEWHERE.contains(each))
            .flatMap(each -> slip(each, known).stream())
            .findFirst();
  }

  private static Optional<String> slip(String name, Collection<String> known) {
    boolean ours = OURS.stream().anyMatch(name::startsWith);
    String nearest =
        known.stream()
            .min(
                Comparator.comparingInt((String each) -> distance(name, each))
                    .thenComparing(each -> each))
            .orElseThrow();
    return ours || distance(name, nearest) <= MOST_SLIPS
        ? Optional.of(
            "%s: no such variable (expected: %s)".formatted(name, expected(name, nearest, known)))
        : Optional.empty();
  }

  /** Those that begin alike, where it is not the one letter that is wrong. */
  private static String expected(String name, String nearest, Collection<String> known) {
    String beginning = name.substring(0, name.indexOf('_', "ASSAY_".length()) + 1);
    List<String> alike =
        beginning.isEmpty()
            ? List.of()
            : known.stream().filter(each -> each.startsWith(beginning)).sorted().toList();
    return distance(name, nearest) <= MOST_SLIPS || alike.isEmpty()
        ? nearest
        : "one of " + String.join(", ", alike);
  }

  /** How many letters must be changed, added or left out to make the one of the other. */
  private static int distance(String one, String other) {
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] next = new int[other.length() + 1];
      next[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(changed, Math.min(last[j], next[j - 1]) + 1);
      }
      last = next;
    }
    return last[other.length()];
  }
}
