// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledQuestionsTests {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labelled.jsonl"), text);
  }

  @Test
  void eachLineIsAQuestionWithItsAnswer() throws IOException {
    Path file =
        file(
            "{\"question\": \"1+1?\", \"answer\": \"2\"}\n\n{\"question\": \"x\", \"answer\": \"y\"}");

    assertThat(LabelledQuestions.read(file))
        .containsExactly(new BenchProblem(0, "1+1?", "2"), new BenchProblem(1, "x", "y"));
  }

  @Test
  void whatIsSomethingElseIsNamed() throws IOException {
    Path bad = file("{\"question\": \"1+1?\", \"answer\": \"2\"}\n{\"question\": \"1+1?\"}");

    assertThatThrownBy(() -> LabelledQuestions.read(bad))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("row 2: no text in \"answer\"");
    assertThatThrownBy(() -> LabelledQuestions.read(folder.resolve("none")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("none");
  }

  @Test
  void anEmptyFileTeachesNothing() throws IOException {
    Path empty = file("");

    assertThatThrownBy(() -> LabelledQuestions.read(empty))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("has no lines");
  }
}
