// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderCheckTests {

  @TempDir Path folder;

  @Test
  void aFolderOfSomebodysOwnIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "Dear");

    assertThatThrownBy(() -> FolderCheck.requireUsable(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("letter.txt")
        .hasMessageContaining("expected: an empty or new folder");
    assertThat(folder).isDirectoryNotContaining("glob:**lock");
  }

  @Test
  void aFolderWithAnotherProgramsLockIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("lock"), "4711");
    Files.writeString(folder.resolve("letter.txt"), "Dear");

    assertThatThrownBy(() -> FolderCheck.requireUsable(folder)).isInstanceOf(UsageException.class);
  }

  @Test
  void whatAssayMadeIsItsOwn() throws Exception {
    Files.createFile(folder.resolve("lock"));
    Files.createDirectory(folder.resolve("kafka"));
    Files.createDirectory(folder.resolve("whatever a later build keeps"));

    assertThatCode(() -> FolderCheck.requireUsable(folder)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"assay.log", "assay.log.1", "runs", "lost+found"})
  void whatIsLeftWithoutASystemIsNoHindrance(String name) throws Exception {
    Files.createDirectory(folder.resolve(name));

    assertThatCode(() -> FolderCheck.requireUsable(folder)).doesNotThrowAnyException();
  }

  @Test
  void aNewFolderMayBeMadeWhereOneCanBe() throws Exception {
    assertThatCode(() -> FolderCheck.requireUsable(folder.resolve("a").resolve("b")))
        .doesNotThrowAnyException();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> FolderCheck.requireUsable(file)).hasMessageContaining("is a file");
    assertThatThrownBy(() -> FolderCheck.requireUsable(file.resolve("below")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot write to " + file);
  }
}
