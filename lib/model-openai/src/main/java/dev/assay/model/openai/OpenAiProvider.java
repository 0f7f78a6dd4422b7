// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Model;
import dev.assay.model.ModelProvider;
import dev.assay.model.ModelSource;
import dev.assay.model.ServerCalls;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

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
    List<OpenAiSettings> servers = servers(source);
    return servers.size() == 1
        ? new OpenAiModel(servers.getFirst())
        : new ServerGroup(servers.stream().map(OpenAiModel::new).toList(), System::nanoTime);
  }

  private static List<OpenAiSettings> servers(ModelSource source) {
    String name = source.name() == null ? "" : source.name();
    return Stream.of(String.valueOf(source.url()).split(",", -1))
        .map(
            each ->
                new OpenAiSettings(
                    url(each), name, source.apiKey(), source.apiKeyFile(), calls(source)))
        .toList();
  }

  private static ServerCalls calls(ModelSource source) {
    return source.calls() == null ? ServerCalls.USUAL : source.calls();
  }

  private static URI url(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "assay.role.model.url: " + text + " (expected: such as http://localhost:8000/v1)", e);
    }
  }
}
