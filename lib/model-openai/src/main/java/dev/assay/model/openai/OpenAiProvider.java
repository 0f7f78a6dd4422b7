// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Model;
import dev.assay.model.ModelProvider;
import dev.assay.model.ModelSource;
import dev.assay.model.ServerCalls;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Models on servers: whoever gives a URL means one, whatever folder is there besides. */
public final class OpenAiProvider implements ModelProvider {

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public boolean fits(ModelSource source) {
    return source.url() != null;
  }

  @Override
  public Model open(ModelSource source) {
    String name = source.name() == null ? "" : source.name();
    return new OpenAiModel(
        new OpenAiSettings(url(source.url()), name, source.apiKey(), calls(source)));
  }

  private static ServerCalls calls(ModelSource source) {
    return source.calls() == null ? ServerCalls.USUAL : source.calls();
  }

  private static URI url(@Nullable String text) {
    try {
      return URI.create(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "assay.role.model.url: " + text + " (expected: such as http://localhost:8000/v1)", e);
    }
  }
}
