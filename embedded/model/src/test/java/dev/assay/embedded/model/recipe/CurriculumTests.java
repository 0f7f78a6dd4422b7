// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.model.examples.Alphabet;
import dev.assay.embedded.model.examples.TextExample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurriculumTests {

  private static final int FRESH = 10;
  private static final int PROBES = 8;

  private final Curriculum curriculum = new Curriculum(TinyRecipe::sum, FRESH, 3, PROBES);

  @TempDir Path temporary;

  private static Path noWeights() {
    throw new AssertionError("weights were asked for");
  }

  @Test
  void beforeItsOwnMistakesABlockIsFreshQuestionsOnly() {
    assertThat(curriculum.block(1, 2, CurriculumTests::noWeights))
        .hasSize(FRESH)
        .allMatch(example -> example.weight() == 1);
  }

  @Test
  void noProbesNoMistakes() {
    Curriculum supervised = new Curriculum(TinyRecipe::sum, FRESH, 3, 0);

    assertThat(supervised.block(1, 3, CurriculumTests::noWeights)).hasSize(FRESH);
  }

  @Test
  void mistakesComeInTwiceWithTheirRightDerivations() {
    List<TextExample> block = curriculum.block(1, 3, () -> TinyRecipe.untrained(temporary));

    // A model that knows nothing gets all wrong.
    int corrected = FRESH + 2 * PROBES;
    List<TextExample> corrections = block.subList(FRESH, FRESH + PROBES);
    assertThat(corrections).allMatch(each -> each.weight() == 1);
    assertThat(block.subList(FRESH + PROBES, corrected)).isEqualTo(corrections);
    assertThat(block.subList(corrected, block.size())).allMatch(each -> each.weight() != 1);
    assertThat(block.stream().map(Alphabet::encode)).hasSameSizeAs(block);
  }

  @Test
  void theSameArgumentsGiveTheSameBlock() {
    List<TextExample> block = curriculum.block(1, 3, () -> TinyRecipe.untrained(temporary));

    assertThat(curriculum.block(1, 3, () -> TinyRecipe.untrained(temporary))).isEqualTo(block);
    assertThat(curriculum.block(1, 4, () -> TinyRecipe.untrained(temporary))).isNotEqualTo(block);
  }

  @Test
  void neighbouringBlocksAndSeedsShareNoQuestions() {
    Curriculum arithmetic = new Curriculum(TaskSplit.arithmetic().forTraining(), 50, 9, 0);
    List<TextExample> drawn = new ArrayList<>();

    LongStream.range(0, 40)
        .forEach(
            seed -> drawn.addAll(arithmetic.block(seed, seed % 2, CurriculumTests::noWeights)));

    assertThat(drawn).hasSize(40 * 50).doesNotHaveDuplicates();
  }
}
