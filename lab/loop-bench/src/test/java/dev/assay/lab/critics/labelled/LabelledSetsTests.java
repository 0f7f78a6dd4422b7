// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledSetsTests {

  private static final String ROW =
      "{\"id\": \"%s\", \"problem\": \"1 + 1?\", \"steps\": [\"One.\", \"The answer is 2.\"],"
          + " \"label\": %d}";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    if (name.endsWith(".gz")) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return file;
    }
    return Files.writeString(file, text);
  }

  private List<LabelledSolution> all(String... only) {
    return LabelledSets.in(folder, List.of(only)).stream().flatMap(List::stream).toList();
  }

  @Test
  void processBenchIsAnArrayInADocument() throws IOException {
    write(
        "processbench/gsm8k.json.gz",
        "[{\"id\": \"g-0\", \"generator\": \"m\", \"problem\": \"1 + 1?\", \"steps\": [\"It is"
            + " \\\\boxed{3}.\"], \"final_answer_correct\": false, \"label\": 0}]");

    LabelledSolution only = all().getFirst();

    assertThat(only.name()).isEqualTo("processbench/gsm8k/g-0");
    assertThat(only.problem()).isEqualTo("1 + 1?");
    assertThat(only.label()).isZero();
    assertThat(only.answer()).isEqualTo("3");
    assertThat(only.finalAnswerCorrect()).isFalse();
    assertThat(only.solution().steps()).hasSize(1);
  }

  @Test
  void bigBenchMistakeSaysNullWhereNothingIsWrong() throws IOException {
    write(
        "big_bench_mistake/multistep_arithmetic.jsonl",
        """
        {"input": "1 + 1 =", "steps": ["a", "b"], "target": "2", "answer": "2", "mistake_index": null}
        {"input": "1 + 2 =", "steps": ["a", "b"], "target": "3", "answer": "4", "mistake_index": 1}
        """);

    List<LabelledSolution> both = all();

    assertThat(both).extracting(LabelledSolution::label).containsExactly(-1, 1);
    assertThat(both).extracting(LabelledSolution::id).containsExactly("0", "1");
    assertThat(both).extracting(LabelledSolution::finalAnswerCorrect).containsExactly(true, false);
    assertThat(both.getFirst().clean()).isTrue();
  }

  @Test
  void ownRowsMayHaveMore() throws IOException {
    write(
        "mine.jsonl",
        "{\"id\": 7, \"problem\": \"1 + 1?\", \"steps\": [\"1+1=3\"], \"text\": \"a1+1=3#3\","
            + " \"answer\": \"3\", \"label\": 0, \"reference\": \"2\", \"later\": true}\n");

    LabelledSolution only = all().getFirst();

    assertThat(only.name()).isEqualTo("mine/7");
    assertThat(only.text()).isEqualTo("a1+1=3#3");
    assertThat(only.finalAnswerCorrect()).isFalse();
    assertThat(LabelledSets.in(folder.resolve("mine.jsonl"), List.of()).getFirst())
        .containsExactly(only);
  }

  @Test
  void anotherTextHasAnotherFingerprint() throws IOException {
    write("mine.jsonl", ROW.formatted("a", 0) + "\n");
    LabelledSolution before = all().getFirst();
    write("mine.jsonl", ROW.formatted("a", -1) + "\n");
    assertThat(all().getFirst().fingerprint()).isEqualTo(before.fingerprint());

    write("mine.jsonl", ROW.formatted("a", 0).replace("One", "Two") + "\n");

    assertThat(all().getFirst().fingerprint()).isNotEqualTo(before.fingerprint());
  }

  @Test
  void subsetsAreNamedByTheirFilesOrFolders() throws IOException {
    write("processbench/gsm8k.json", "[" + ROW.formatted("a", 0) + "]");
    write("processbench/math.json", "[" + ROW.formatted("a", 0) + "]");
    write("mine.jsonl", ROW.formatted("a", 0));

    assertThat(all("processbench")).hasSize(2);
    assertThat(all("math", "mine")).hasSize(2);
    assertThat(all()).hasSize(3);
    assertThatThrownBy(() -> all("omnimath"))
        .isInstanceOf(BadDataException.class)
        .hasMessage("--only: omnimath (expected: mine, processbench/gsm8k, processbench/math)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"problem\": \" \", \"steps\": [\"a\"], \"label\": 0}",
        "{\"problem\": \"p\", \"steps\": [], \"label\": -1}",
        "{\"problem\": \"p\", \"steps\": \"a\", \"label\": -1}",
        "{\"problem\": \"p\", \"steps\": [\"a\", 2], \"label\": 0}",
        "{\"problem\": \"p\", \"steps\": [\"a\"], \"label\": 1}",
        "{\"problem\": \"p\", \"steps\": [\"a\"], \"label\": -2}",
        "{\"problem\": \"p\", \"steps\": [\"a\"], \"label\": \"0\"}",
        "{\"problem\": \"p\", \"steps\": [\"a\"]}",
        "{\"problem\": \"p\", \"steps\": [\"a\"], \"label\": null}",
        "[]"
      })
  void whatIsNoLabelledSolutionIsNamed(String row) throws IOException {
    write("mine.jsonl", ROW.formatted("a", 0) + "\n" + row + "\n");

    assertThatThrownBy(this::all)
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("mine.jsonl, row 2")
        .hasMessageContaining("expected: {\"id\"");
  }

  @Test
  void anIdIsOfOneRow() throws IOException {
    write("mine.jsonl", ROW.formatted("a", 0) + "\n" + ROW.formatted("a", 1));

    assertThatThrownBy(this::all).hasMessageContaining("row 2: the id a is that of another row");
  }

  @Test
  void whereThereIsNothingItIsSaid() throws IOException {
    assertThatThrownBy(this::all).hasMessageContaining("no labelled solutions in " + folder);
    write("mine.jsonl", "\n");
    assertThatThrownBy(this::all).hasMessageContaining("has no rows");
  }

  @Test
  void aLargerSampleBeginsWithTheSmaller() throws IOException {
    write(
        "mine.jsonl",
        IntStream.range(0, 20)
            .mapToObj(i -> ROW.formatted("r" + i, 0))
            .collect(Collectors.joining("\n")));
    List<List<LabelledSolution>> subsets = LabelledSets.in(folder, List.of());

    List<LabelledSolution> three = LabelledSets.sample(subsets, 3, 5);

    assertThat(three).hasSize(3).isEqualTo(LabelledSets.sample(subsets, 9, 5).subList(0, 3));
    assertThat(three).isNotEqualTo(LabelledSets.sample(subsets, 3, 6));
    assertThat(LabelledSets.sample(subsets, 99, 5)).hasSize(20);
  }
}
