// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Model;
import dev.assay.model.openai.OpenAiModel;
import dev.assay.prompts.Protocol;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RoleConfigurationTests {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String URL = "assay.role.model.url=http://localhost:1/v1";
  private static final String NAME = "assay.role.model.name=big";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(InstantSource.class, () -> CLOCK)
          .withConfiguration(
              AutoConfigurations.of(ProtocolConfiguration.class, RoleConfiguration.class));

  private final ApplicationContextRunner protocolAlone =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ProtocolConfiguration.class));

  @Test
  void aUrlNamesAServer() {
    runner
        .withPropertyValues(
            URL,
            NAME,
            "assay.role.protocol=general",
            "assay.role.temperature=0.2",
            "assay.role.top-p=0.9",
            "assay.role.max-tokens=99",
            "assay.role.timeout=3s",
            "assay.role.max-reply-bytes=2048")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              Role role = context.getBean(Role.class);
              assertThat(role.model()).isInstanceOf(OpenAiModel.class);
              assertThat(role.model().name()).isEqualTo("big");
              assertThat(role.protocol().name()).isEqualTo("general");
              assertThat(role.temperature()).isEqualTo(0.2);
              assertThat(role.topP()).isEqualTo(0.9);
              assertThat(role.maxTokens()).isEqualTo(99);
              assertThat(role.timeout()).isEqualTo(Duration.ofSeconds(3));
              assertThat(role.maxReplyBytes()).isEqualTo(2_048);
              assertThat(role.clock()).isSameAs(CLOCK);
            });
  }

  @Test
  void withoutAStyleTheModelDecides() {
    runner
        .withPropertyValues(URL, NAME, "assay.role.protocol= ")
        .run(context -> assertThat(context.getBean(Protocol.class).name()).isEqualTo("general"));
    protocolAlone
        .withPropertyValues("assay.role.model.folder=no/such/folder", "assay.role.model.url=")
        .run(context -> assertThat(context.getBean(Protocol.class).name()).isEqualTo("compact"));
  }

  @Test
  void whoBringsAProtocolNeedsNoModel() {
    protocolAlone
        .withBean(Protocol.class, ProblemFixture::protocol)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Protocol.class);
              assertThat(context).doesNotHaveBean(RoleProperties.class);
            });
  }

  @Test
  void aUrlWinsOverAFolder() {
    runner
        .withPropertyValues(URL, NAME, "assay.role.model.folder=no/such/folder")
        .run(context -> assertThat(context.getBean(Model.class)).isInstanceOf(OpenAiModel.class));
  }

  @Test
  void aBlankUrlIsNone(@TempDir Path empty) {
    // So the folder is opened, which here has nothing in it.
    assertRefused("config.json", "assay.role.model.url=", "assay.role.model.folder=" + empty);
  }

  @Test
  void neitherUrlNorFolderIsAnsweredWithBoth() {
    assertRefused("neither url nor folder", NAME);
    assertRefused("neither url nor folder", "assay.role.model.url=", NAME);
  }

  @Test
  void aServerWithoutTheModelsNameIsRefused() {
    assertRefused("assay.role.model.name", URL);
  }

  @Test
  void aUrlThatIsNoneIsRefusedWithAnExample() {
    assertRefused("http://localhost:8000/v1", "assay.role.model.url=local host", NAME);
  }

  @Test
  void anUnknownStyleIsAnsweredWithTheNamesThereAre() {
    assertRefused("protocol: nobodys (expected: compact", URL, NAME, "assay.role.protocol=nobodys");
  }

  @Test
  void aServiceMayBringARoleOfItsOwn() {
    Role own =
        new Role(
            ScriptedModel.replying(),
            ProblemFixture.protocol(),
            0,
            1,
            1,
            Duration.ofSeconds(1),
            CLOCK);

    runner
        .withBean(Role.class, () -> own)
        .run(
            context -> {
              assertThat(context.getBean(Role.class)).isSameAs(own);
              assertThat(context).doesNotHaveBean(Model.class);
            });
  }

  private void assertRefused(String message, String... properties) {
    runner
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure()).hasStackTraceContaining(message);
            });
  }
}
