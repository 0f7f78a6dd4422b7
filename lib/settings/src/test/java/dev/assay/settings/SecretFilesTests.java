// SPDX-License-Identifier: Apache-2.0
package dev.assay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTests {

  @TempDir private Path folder;

  @Test
  void aFileHoldsTheValueOfItsVariable() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), " pass word\n");

    assertThat(SecretFiles.resolve(Map.of("ASSAY_KEY_FILE", file.toString(), "HOME", "/root")))
        .containsEntry("ASSAY_KEY", " pass word")
        .containsEntry("HOME", "/root");
  }

  @Test
  void anEmptyFileIsNoValue() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "\r\n");

    assertThat(SecretFiles.values(Map.of("ASSAY_KEY_FILE", file.toString()))).isEmpty();
  }

  @Test
  void variablesOfOthersAreLeftAlone() {
    assertThat(SecretFiles.values(Map.of("POSTGRES_PASSWORD_FILE", "/nowhere", "ASSAY_FILE", "x")))
        .isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsToldByItsVariable() {
    Map<String, String> variables = Map.of("ASSAY_KEY_FILE", folder.resolve("none").toString());

    assertThatThrownBy(() -> SecretFiles.resolve(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ASSAY_KEY_FILE: there is no " + folder.resolve("none"))
        .hasMessageEndingWith("with the value of ASSAY_KEY)");
  }

  @Test
  void aFolderIsToldByItsVariable() {
    assertThatThrownBy(() -> SecretFiles.resolve(Map.of("ASSAY_KEY_FILE", folder.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ASSAY_KEY_FILE: cannot read " + folder);
  }

  @Test
  void aValueThatIsGivenTwiceIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "one");

    assertThatThrownBy(
            () ->
                SecretFiles.resolve(
                    Map.of("ASSAY_KEY_FILE", file.toString(), "ASSAY_KEY", "another")))
        .hasMessage("ASSAY_KEY and ASSAY_KEY_FILE: both are set (expected: one of them)");
  }

  @Test
  void whatIsNoTextOrHasNoEndIsRefusedWithoutItsContent() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path large = Files.write(folder.resolve("large"), new byte[65_537]);

    assertThatThrownBy(() -> SecretFiles.values(Map.of("ASSAY_KEY_FILE", binary.toString())))
        .hasMessageContaining("is not UTF-8");
    assertThatThrownBy(() -> SecretFiles.values(Map.of("ASSAY_KEY_FILE", large.toString())))
        .hasMessageContaining("longer than 65536 bytes");
    assertThatThrownBy(() -> SecretFiles.values(Map.of("ASSAY_KEY_FILE", "/dev/zero")))
        .hasMessageContaining("longer than 65536 bytes");
  }
}
