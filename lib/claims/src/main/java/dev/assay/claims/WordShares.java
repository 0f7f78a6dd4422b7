// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the factors that are words: {@code half of}, {@code two thirds of}, {@code twice}. */
record WordShares(ClaimTokens row) {

  private static final Map<String, Integer> COUNTS =
      Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5);

  private static final Map<String, Integer> PARTS =
      Map.of(
          "half", 2, "third", 3, "quarter", 4, "fourth", 4, "fifth", 5, "sixth", 6, "eighth", 8,
          "tenth", 10);

  private static final Map<String, Integer> MULTIPLES =
      Map.of("twice", 2, "double", 2, "thrice", 3, "triple", 3);

  private static final Set<String> BEGINS =
      Stream.of(COUNTS, PARTS, MULTIPLES)
          .flatMap(words -> words.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** A factor in plain signs, and the index of the operand after it. */
  record Factor(List<String> pieces, int next) {}

  /** The factor that begins at a token, if a number follows it. */
  Optional<Factor> at(int from) {
    if (!BEGINS.contains(lower(from))) {
      return Optional.empty();
    }
    return multiple(from).or(() -> share(from)).filter(factor -> row.startsOperand(factor.next()));
  }

  private Optional<Factor> multiple(int from) {
    return Optional.ofNullable(MULTIPLES.get(lower(from)))
        .map(times -> new Factor(List.of(times.toString()), from + 1));
  }

  private Optional<Factor> share(int from) {
    Integer count = COUNTS.get(lower(from));
    Integer counted = count == null ? Integer.valueOf(1) : count;
    int hyphen = row.at(from + 1).is(Kind.OPERATOR, "-") ? from + 2 : from + 1;
    int at = count == null ? from : hyphen;
    Integer part = part(at, counted);
    boolean of = row.at(at + 1).is(Kind.WORD, "of");
    int next = row.at(at + 2).is(Kind.WORD, "the") ? at + 3 : at + 2;
    return part != null && of
        ? Optional.of(new Factor(List.of("(", counted.toString(), "/", part.toString(), ")"), next))
        : Optional.empty();
  }

  private @Nullable Integer part(int at, int count) {
    String word = lower(at);
    boolean several = count > 1 && word.endsWith("s");
    return PARTS.get(several ? word.substring(0, word.length() - 1) : word);
  }

  private String lower(int at) {
    return row.at(at).is(Kind.WORD) ? ClaimWords.lower(row.at(at)) : "";
  }
}
