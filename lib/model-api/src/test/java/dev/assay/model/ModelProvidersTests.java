// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelProvidersTests {

  private static final ModelSource SERVER = source(null, null, "http://localhost:1/v1");
  private static final ModelSource FOLDER = source(null, Path.of("models/some"), null);

  private final ModelProviders two =
      new ModelProviders(
          List.of(new NamedProvider("server", true), new NamedProvider("folder", false)));

  @Test
  void aKindOfModelIsFoundByItsFileOnTheClassPath() {
    Model model = ModelProviders.installed().open(source("parrot", null, null));

    assertThat(model.name()).isEqualTo("parrot");
  }

  @Test
  void theOnlyProviderThatFitsNeedsNoName() {
    assertThat(two.open(SERVER).name()).isEqualTo("server");
    assertThat(two.open(FOLDER).name()).isEqualTo("folder");
  }

  @Test
  void theOneThatIsNamedOpensIt() {
    assertThat(two.open(source("folder", null, "http://localhost:1/v1")).name())
        .isEqualTo("folder");
  }

  @Test
  void aKindThatIsNotPackagedIsToldWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.open(source("vllm", null, null)))
        .withMessage(
            "assay.role.model.provider: vllm: no provider opens it (expected: one; this process is"
                + " packaged with: folder, server; ASSAY_MODEL_URL and ASSAY_MODEL_NAME name a model on"
                + " a server)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelProviders(List.of()).open(FOLDER))
        .withMessageContaining("assay.role.model.folder: models/some: no provider")
        .withMessageContaining("packaged with: none");
  }

  @Test
  void whereSeveralFitOneHasToBeNamed() {
    ModelProviders both =
        new ModelProviders(
            List.of(new NamedProvider("one", true), new NamedProvider("other", true)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> both.open(SERVER))
        .withMessageContaining(
            "assay.role.model.url: http://localhost:1/v1: more than one provider");
    assertThat(both.open(source("other", null, "http://localhost:1/v1")).name()).isEqualTo("other");
  }

  @Test
  void neitherUrlNorFolderIsAnsweredWithBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.open(source(" ", null, " ")))
        .withMessageStartingWith("assay.role.model: neither url nor folder");
  }

  @Test
  void aSourceNeverShowsItsKey() {
    assertThat(
            new ModelSource(null, null, "http://x/v1", "big", "secret", null, null, null)
                .toString())
        .doesNotContain("secret")
        .contains("apiKey=***");
  }

  private static ModelSource source(
      @Nullable String provider, @Nullable Path folder, @Nullable String url) {
    return new ModelSource(provider, folder, url, null, null, null, null, null);
  }

  /** Opens models that are called as it is. */
  private record NamedProvider(String name, boolean servers) implements ModelProvider {

    @Override
    public boolean fits(ModelSource source) {
      return servers == (source.url() != null);
    }

    @Override
    public Model open(ModelSource source) {
      return new ParrotProvider.Parrot(name);
    }
  }
}
