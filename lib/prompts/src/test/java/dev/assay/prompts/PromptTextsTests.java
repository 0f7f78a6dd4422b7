// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.prompts.general.GeneralProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of a protocol can be read, replaced and told apart. */
class PromptTextsTests {

  private static final PromptTexts SHIPPED = new GeneralProtocol().prompts();

  @TempDir private Path folder;

  @Test
  void whatIsFilledInIsNotLookedAtAgain() {
    PromptTexts texts =
        new PromptTexts(new TreeMap<>(Map.of("ask", "{{problem}} and {{steps}}")), "1");

    assertThat(texts.fill("ask", Map.of("problem", "{{steps}} $1 \\", "steps", "{{problem}}")))
        .isEqualTo("{{steps}} $1 \\ and {{problem}}");
  }

  @Test
  void aReplacedPromptIsAskedInAndMakesAnotherVersion() throws IOException {
    write("solve.txt", "Tell me.\n{{problem}}\n");

    Protocol replaced = new GeneralProtocol().with(SHIPPED.replacedBy(folder));

    assertThat(((SolvingProtocol) replaced).solve("6*7=?").toString()).contains("Tell me.\n6*7=?");
    assertThat(replaced.version()).matches("general\\.1\\+[0-9a-f]{8}");
    assertThat(new GeneralProtocol().version()).isEqualTo("general");
  }

  @Test
  void wordsForAnotherPurposeMakeNoOtherVersion() throws IOException {
    write("verify.txt", SHIPPED.text("verify") + "Be brief.\n");
    TreeMap<String, String> more = new TreeMap<>(SHIPPED.texts());
    more.put("wonder", "{{problem}}");

    assertThat(new PromptTexts(more, "1").replacedBy(folder).version())
        .isEqualTo(SHIPPED.replacedBy(folder).version());
  }

  @Test
  void aFolderThatChangesNothingIsTheSameVersion() throws IOException {
    write("solve.txt", SHIPPED.text("solve"));
    write("notes.md", "not a prompt");

    assertThat(SHIPPED.replacedBy(folder)).isSameAs(SHIPPED);
  }

  @Test
  void whatCannotBeUsedIsRefusedByItsName() throws IOException {
    write("solv.txt", "{{problem}}");
    assertRefused("solv.txt: replaces nothing (expected: [compare.txt, criticise.txt, ");

    Files.delete(folder.resolve("solv.txt"));
    write("verify.txt", "{{problem}} {{step}}");
    assertRefused("verify.txt: places [{{problem}}, {{step}}] (expected: [{{objections}}, ");

    write("verify.txt", "x".repeat(70_000));
    assertRefused("verify.txt: 70000 bytes (expected: at most 65536)");

    Files.write(folder.resolve("verify.txt"), new byte[] {(byte) 0xff});
    assertRefused("verify.txt: cannot be read (expected: UTF-8)");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHIPPED.replacedBy(folder.resolve("nowhere")))
        .withMessageEndingWith("nowhere: cannot be read (expected: a folder of prompts)");
  }

  private void assertRefused(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHIPPED.replacedBy(folder))
        .withMessageContaining(message);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
