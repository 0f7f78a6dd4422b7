// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTests {

  @TempDir private Path root;

  @Test
  void rowsAreReadFromPlainAndPackedFiles() throws IOException {
    Files.writeString(root.resolve("a.jsonl"), "{\"n\": 1}\n\n{\"n\": 2}\n");
    Files.write(root.resolve("a.jsonl.gz"), packed("{\"n\": 3}\n"));

    assertThat(data().jsonLines("a.jsonl")).extracting(row -> row.path("n").asInt()).contains(1, 2);
    assertThat(data().jsonLines("a.jsonl.gz")).hasSize(1);
    assertThat(data().json("a.jsonl.gz").path("n").asInt()).isEqualTo(3);
  }

  @Test
  void aRowThatIsNoJsonIsNamedByItsPlaceInTheFile() throws IOException {
    Files.writeString(root.resolve("a.jsonl"), "{\"n\": 1}\n\n{\"n\": \n");

    assertThatThrownBy(() -> data().jsonLines("a.jsonl"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a.jsonl, row 3, is not JSON");
  }

  @Test
  void aDocumentThatIsNoJsonIsNamedWithItsRow() throws IOException {
    Files.writeString(root.resolve("a.json"), "[1,\n2,\n}");

    assertThatThrownBy(() -> data().json("a.json"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a.json, row 3, is not JSON");
  }

  @Test
  void whatCannotBeUnpackedIsBadData() throws IOException {
    Files.writeString(root.resolve("plain.json.gz"), "{}");
    byte[] whole = packed("{\"text\": \"" + "abc".repeat(500) + "\"}\n");
    Files.write(root.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> data().json("plain.json.gz"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("plain.json.gz cannot be read");
    assertThatThrownBy(() -> data().jsonLines("cut.jsonl.gz"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("cut.jsonl.gz cannot be read after row 0");
  }

  @Test
  void aMissingFileComesWithItsSource() {
    assertThatThrownBy(() -> data().text("gsm8k_openai/test.jsonl.gz"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("github.com/openai/grade-school-math (MIT)");
    assertThat(DatasetSources.of("mine.json")).contains("mine.json", "not known");
  }

  @Test
  void theFolderMustBeOne() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");

    assertThatThrownBy(() -> DatasetFolder.at(root.resolve("nowhere")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no folder");
    assertThatThrownBy(() -> DatasetFolder.at(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("is a file");
  }

  private DatasetFolder data() {
    return DatasetFolder.at(root);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
