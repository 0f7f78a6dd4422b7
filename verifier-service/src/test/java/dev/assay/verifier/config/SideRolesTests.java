// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.model.Model;
import dev.assay.model.ModelSource;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.roles.Role;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Who plays the roles beside the verifier's, by configuration. */
class SideRolesTests {

  private static final Model MODEL = ScriptedModel.replying("");

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Enabled.class);

  @EnableConfigurationProperties({ArbiterProperties.class, SummariserProperties.class})
  static class Enabled {}

  /** Can do nothing that is asked for here. */
  private record Mute() implements Protocol {

    @Override
    public String name() {
      return "mute";
    }

    @Override
    public Optional<String> refusal(String question) {
      return Optional.empty();
    }
  }

  private static Role verifier(Protocol protocol) {
    return new Role(MODEL, protocol, 0.7, 1, 256, Duration.ofSeconds(1), InstantSource.system());
  }

  private static Role general() {
    return verifier(Protocols.named("general"));
  }

  private static ArbiterProperties arbiter(boolean enabled, String style, @Nullable String url) {
    ModelSource source = new ModelSource(null, null, url, "m", null, null, null, null);
    return new ArbiterProperties(enabled, 32, source, style, 0, 64, Duration.ofSeconds(1));
  }

  @Test
  void theDefaultsLeaveBothUnplayed() {
    runner.run(
        context -> {
          ArbiterProperties arbiter = context.getBean(ArbiterProperties.class);
          assertThat(arbiter.role().played()).isFalse();
          assertThat(arbiter.mostPairs()).isEqualTo(32);
          SummariserProperties summariser = context.getBean(SummariserProperties.class);
          assertThat(summariser.role(false).played()).isFalse();
        });
  }

  @Test
  void everyPropertyIsRead() {
    runner
        .withPropertyValues(
            "assay.arbiter.enabled=true",
            "assay.arbiter.most-pairs=7",
            "assay.arbiter.model.url=http://localhost:1/v1",
            "assay.arbiter.protocol=general",
            "assay.arbiter.temperature=0.1",
            "assay.arbiter.max-tokens=99",
            "assay.arbiter.timeout=7s",
            "assay.summariser.model.name=s",
            "assay.summariser.protocol=general",
            "assay.summariser.temperature=0.2",
            "assay.summariser.max-tokens=98",
            "assay.summariser.timeout=8s")
        .run(
            context -> {
              ModelSource own =
                  new ModelSource(
                      null, null, "http://localhost:1/v1", null, null, null, null, null);
              assertThat(context.getBean(ArbiterProperties.class))
                  .isEqualTo(
                      new ArbiterProperties(
                          true, 7, own, "general", 0.1, 99, Duration.ofSeconds(7)));
              ModelSource named = new ModelSource(null, null, null, "s", null, null, null, null);
              assertThat(context.getBean(SummariserProperties.class))
                  .isEqualTo(
                      new SummariserProperties(named, "general", 0.2, 98, Duration.ofSeconds(8)));
            });
  }

  @Test
  void nonsenseRefusesToStart() {
    runner
        .withPropertyValues("assay.arbiter.most-pairs=0")
        .run(context -> assertThat(context).hasFailed());
    runner
        .withPropertyValues("assay.summariser.pairs=3")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void enabledWithoutAModelOfItsOwnItIsTheVerifiersInTheVerifiersProtocol() {
    SideRole role = arbiter(true, "", null).role();

    assertThat(role.played()).isTrue();
    assertThat(role.open()).isNull();
    assertThat(role.by(null, general()).model()).isSameAs(MODEL);
    assertThat(role.by(null, general()).version()).isEqualTo(MODEL.name() + "/general/t=0.0");
  }

  @Test
  void aModelOfItsOwnIsEnough() {
    SideRole role = arbiter(false, "", "http://localhost:1/v1").role();

    assertThat(role.played()).isTrue();
    assertThat(role.by(MODEL, verifier(new Mute())).protocol().name()).isEqualTo("general");
  }

  @Test
  void aProtocolThatCannotIsRefusedByTheNameOfTheSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SideRoles().arbiter(verifier(new Mute()), arbiter(true, "", null)))
        .withMessage(
            "assay.arbiter: protocol: mute can do no role's job (expected: one that can compare)");
  }
}
