// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys that lie in files, and are replaced under a process that goes on. */
@Timeout(60)
class ApiKeyTests {

  private final ChatServer server = new ChatServer();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void lay() throws IOException {
    file = Files.writeString(folder.resolve("key"), "sk-old\n");
    server.replies(200, reply(says("42", "stop")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theKeyOfTheFileGoesBeforeTheOther() {
    try (OpenAiModel model = server.model(file)) {
      ask(model);
    }
    server.verify(1, asked("sk-old"));
  }

  @Test
  void aFileThatIsWrittenAnewIsReadAnew() throws IOException {
    try (OpenAiModel model = server.model(file)) {
      ask(model);
      Files.writeString(file, "sk-newer");
      ask(model);
    }
    server.verify(1, asked("sk-old"));
    server.verify(1, asked("sk-newer"));
  }

  @Test
  void aFileThatIsReplacedIsReadAnewThoughItIsAsOldAndAsLong() throws IOException {
    try (OpenAiModel model = server.model(file)) {
      ask(model);
      Path next = Files.writeString(folder.resolve("next"), "sk-new\n");
      Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      ask(model);
    }
    server.verify(1, asked("sk-new"));
  }

  /** So are secrets laid by Kubernetes: a link to a folder that is put in the place of another. */
  @Test
  void aLinkOnTheWayThatLeadsElsewhereIsFollowed() throws IOException {
    Path first = Files.createDirectory(folder.resolve("..1"));
    Path second = Files.createDirectory(folder.resolve("..2"));
    Files.writeString(first.resolve("secret"), "sk-one");
    Files.writeString(second.resolve("secret"), "sk-two");
    Path data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
    Path link = Files.createSymbolicLink(folder.resolve("secret"), Path.of("..data", "secret"));
    try (OpenAiModel model = server.model(link)) {
      ask(model);
      Path swap = Files.createSymbolicLink(folder.resolve("..swap"), second.getFileName());
      Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE);
      ask(model);
    }
    server.verify(1, asked("sk-one"));
    server.verify(1, asked("sk-two"));
  }

  @Test
  void whileAFileIsAwayEmptyOrNonsenseTheLastKeyIsSent() throws IOException {
    try (OpenAiModel model = server.model(file)) {
      Files.delete(file);
      ask(model);
      Files.writeString(file, "");
      ask(model);
      Files.writeString(file, "two words");
      ask(model);
      Files.writeString(file, "sk-new");
      ask(model);
    }
    server.verify(3, asked("sk-old"));
    server.verify(1, asked("sk-new"));
  }

  @Test
  void aKeyThatIsRefusedIsTriedOnceMoreIfTheFileHasAnotherByThen() throws IOException {
    server.refuses("sk-old", () -> write("sk-new"));
    try (OpenAiModel model = server.model(file)) {
      ask(model);
    }
    server.verify(1, asked("sk-old"));
    server.verify(1, asked("sk-new"));
  }

  @Test
  void aKeyThatIsRefusedAndIsTheLastIsFinalAndNotShown() throws IOException {
    try (OpenAiModel model = server.model(file)) {
      server.replies(401, "{\"error\": {\"message\": \"Incorrect API key provided: sk-old\"}}");

      assertThatThrownBy(() -> ask(model))
          .isInstanceOf(PermanentModelException.class)
          .hasMessageContaining("provided: ***")
          .hasMessageContaining("ASSAY_MODEL_API_KEY");
      server.verify(1, question());

      Files.writeString(file, "sk-newer");
      // By then both are secrets.
      server.replies(401, "{\"error\": \"neither sk-newer nor sk-old\"}");
      assertThatThrownBy(() -> ask(model)).hasMessageContaining("neither *** nor ***");
      server.verify(1, asked("sk-newer"));
      assertThat(model.toString()).doesNotContain("sk-");
    }
  }

  @Test
  void aFileThatIsNotThereAtStartIsToldByItsProperty() {
    assertThatThrownBy(() -> server.model(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("assay.role.model.api-key-file: cannot read ");
  }

  @Test
  void whatIsNoKeyIsToldWithoutIt() throws IOException {
    Files.writeString(file, "two words");

    assertThatThrownBy(() -> server.model(file))
        .hasMessage(
            "assay.role.model.api-key-file: not shown (expected: printable ASCII without spaces)");
  }

  private void write(String key) {
    try {
      Files.writeString(file, key);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void ask(OpenAiModel model) {
    assertThat(model.complete(new CompletionRequest(Prompt.of("?"), Sampling.greedy(), 8)).text())
        .isEqualTo("42");
  }

  private static RequestPatternBuilder asked(String key) {
    return question().withHeader("Authorization", equalTo("Bearer " + key));
  }
}
