// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGroupsTests {

  /** A=B and B=C are known, A against C is not, and D is known to differ from all. */
  private static final AnswerEquality CHAIN =
      (one, other) ->
          switch (one.compareTo(other) < 0 ? one + other : other + one) {
            case "AA", "BB", "CC", "DD", "AB", "BC" -> Judgement.EQUAL;
            case "AC" -> Judgement.UNKNOWN;
            default -> Judgement.DIFFERENT;
          };

  @ParameterizedTest
  @ValueSource(strings = {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"})
  void aChainOfEqualAnswersIsOneGroupInAnyOrder(String answers) {
    assertThat(groups(answers)).containsExactly(answers);
  }

  @Test
  void whatCannotBeComparedIsNotEqual() {
    assertThat(groups("AC")).containsExactly("A", "C");
    assertThat(groups("ADC")).containsExactly("A", "D", "C");
  }

  @Test
  void groupsAndMembersKeepTheOrderOfTheList() {
    assertThat(groups("DADCD")).containsExactly("DDD", "A", "C");
    // The link comes last and joins two groups that had grown side by side.
    assertThat(groups("ACACDB")).containsExactly("ACACB", "D");
    assertThat(groups("CADCAB")).containsExactly("CACAB", "D");
  }

  @Test
  void nothingMakesNoGroups() {
    assertThat(groups("")).isEmpty();
  }

  @Test
  void equalItemsAreStillTwo() {
    assertThat(groups("AAA")).containsExactly("AAA");
  }

  @Test
  void theAnswerIsAskedForNotTheItem() {
    List<List<String>> groups =
        AnswerGroups.of(
            List.of("first:24", "second:24.0", "third:25"),
            text -> text.substring(text.indexOf(':') + 1),
            new MathEquality());

    assertThat(groups).containsExactly(List.of("first:24", "second:24.0"), List.of("third:25"));
  }

  @Test
  void groupsAreTheConnectedComponents() {
    Random random = new Random(11);

    for (int round = 0; round < 200; round++) {
      boolean[][] equal = randomRelation(random, 2 + random.nextInt(9));
      List<Integer> items = IntStream.range(0, equal.length).boxed().toList();

      List<List<Integer>> groups =
          AnswerGroups.of(
              items,
              Object::toString,
              (one, other) ->
                  equal[Integer.parseInt(one)][Integer.parseInt(other)]
                      ? Judgement.EQUAL
                      : Judgement.UNKNOWN);

      assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(items);
      assertThat(groups).allSatisfy(group -> assertThat(group).isSorted());
      assertThat(groups.stream().map(List::getFirst).toList()).isSorted();
      assertThat(Set.copyOf(groups)).isEqualTo(components(equal));
    }
  }

  private static boolean[][] randomRelation(Random random, int size) {
    boolean[][] equal = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      equal[i][i] = true;
      for (int j = 0; j < i; j++) {
        equal[i][j] = random.nextInt(size) == 0;
        equal[j][i] = equal[i][j];
      }
    }
    return equal;
  }

  /** By colouring: every item takes the least number that it can reach. */
  private static Set<List<Integer>> components(boolean[][] equal) {
    int[] colour = IntStream.range(0, equal.length).toArray();
    for (int round = 0; round < equal.length; round++) {
      for (int i = 0; i < equal.length; i++) {
        for (int j = 0; j < equal.length; j++) {
          if (equal[i][j]) {
            colour[i] = Math.min(colour[i], colour[j]);
          }
        }
      }
    }
    return IntStream.range(0, equal.length)
        .boxed()
        .collect(Collectors.groupingBy(i -> colour[i]))
        .values()
        .stream()
        .collect(Collectors.toSet());
  }

  @Test
  void theResultDoesNotDependOnTheOrderButForItsOwn() {
    List<String> answers = new ArrayList<>(List.of("A", "B", "C", "D", "A", "C"));
    Random random = new Random(3);

    for (int i = 0; i < 50; i++) {
      Collections.shuffle(answers, random);

      assertThat(groups(String.join("", answers)))
          .extracting(AnswerGroupsTests::sorted)
          .containsExactlyInAnyOrder("AABCC", "D");
    }
  }

  private static String sorted(String letters) {
    return Arrays.stream(letters.split("")).sorted().collect(Collectors.joining());
  }

  /** Each group as a word. */
  private static List<String> groups(String answers) {
    List<String> items = answers.chars().mapToObj(Character::toString).toList();
    return AnswerGroups.of(items, Function.identity(), CHAIN).stream()
        .map(group -> String.join("", group))
        .toList();
  }
}
