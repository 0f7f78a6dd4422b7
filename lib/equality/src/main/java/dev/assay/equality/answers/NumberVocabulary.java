// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that numbers are said with. */
final class NumberVocabulary {

  static final List<String> ONES =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              .concat(" fifteen sixteen seventeen eighteen nineteen")
              .split(" ", -1));

  static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1));

  static final Map<String, Long> LARGE =
      Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

  static final Map<String, Integer> PARTS = parts();

  private NumberVocabulary() {}

  private static Map<String, Integer> parts() {
    Map<String, Integer> parts = new TreeMap<>(Map.of("half", 2, "quarter", 4));
    List<String> names =
        List.of("third fourth fifth sixth seventh eighth ninth tenth".split(" ", -1));
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), i + 3);
    }
    List.copyOf(parts.keySet()).forEach(name -> parts.put(name + "s", parts.get(name)));
    parts.put("halves", 2);
    return Map.copyOf(parts);
  }

  /** Whether a number may begin with it. */
  static boolean isNumber(String word) {
    return ONES.contains(word) || TENS.contains(word);
  }
}
