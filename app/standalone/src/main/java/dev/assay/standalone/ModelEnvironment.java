// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.model.ModelSource;
import dev.assay.model.openai.OpenAiSettings;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of models. It is looked at before anything starts: a slip costs seconds
 * then, and its message can name the variable.
 *
 * @param variables the environment
 */
public record ModelEnvironment(Map<String, String> variables) {

  private static final String URL = "ASSAY_MODEL_URL";
  private static final String NAME = "ASSAY_MODEL_NAME";
  private static final String KEY = "ASSAY_MODEL_API_KEY";
  private static final String MODELS = "ASSAY_MODELS";
  private static final String STYLE = "ASSAY_STYLE";
  private static final String TOKENS = "ASSAY_MAX_TOKENS";
  private static final String ROLE = "ASSAY_ROLE_";
  private static final String CALLS = "ASSAY_MODEL_CALLS_";

  /** One for each role's weights. */
  private static final List<String> FOLDERS = List.of("generator", "critic", "verifier");

  /** Settings of services that a server reads when it starts, and never again. */
  private static final List<String> AT_START =
      List.of(URL, NAME, MODELS, STYLE, TOKENS, "ASSAY_CALIBRATION", "ASSAY_VERIFIER_VERDICTS");

  /** Of this process. */
  public static ModelEnvironment here() {
    return new ModelEnvironment(System.getenv());
  }

  /** Whether it says which models are to answer. */
  public boolean namesModels() {
    return Stream.of(URL, MODELS, STYLE).anyMatch(each -> set(each) != null);
  }

  /** What is set, and has no effect on a server that runs already. */
  public List<String> atStart() {
    Stream<String> calls = variables.keySet().stream().filter(each -> each.startsWith(CALLS));
    return Stream.concat(AT_START.stream(), calls.sorted())
        .filter(each -> set(each) != null)
        .toList();
  }

  /** The models that a system started here would answer by, for people and for comparison. */
  public String description() {
    String url = set(URL);
    String style = set(STYLE) == null ? "" : ", in style " + set(STYLE);
    return url == null
        ? "embedded, of " + folder().toAbsolutePath().normalize() + style
        : variables.getOrDefault(NAME, "?").strip() + " at " + url + style;
  }

  /** Beside the program, wherever it is started from, unless the environment knows better. */
  public Path folder() {
    String named = set(MODELS);
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("assay.home", "")).resolve("embedded/model/weights");
  }

  /** How the models are asked. */
  public Protocol protocol() {
    return Protocols.of(Objects.requireNonNullElse(set(STYLE), ""), source());
  }

  private ModelSource source() {
    return new ModelSource(null, folder(), set(URL), set(NAME), null, null, null);
  }

  /** The labelled outcomes that the verifier would be trusted by. */
  public Path calibration() {
    String named = set("ASSAY_CALIBRATION");
    return named != null
        ? Path.of(named)
        : folder().resolve("verifier").resolve("calibration.json");
  }

  /** How the version of the verifier in use begins. */
  public String verifier() {
    String url = set(URL);
    String name = url == null ? "verifier" : variables.getOrDefault(NAME, "");
    return name.strip() + "/" + protocol().name() + "/";
  }

  /**
   * The same, or blank where settings of the roles themselves may have put another one in its
   * place.
   */
  public String servedVerifier() {
    boolean overridden = variables.keySet().stream().anyMatch(each -> each.startsWith(ROLE));
    return overridden ? "" : verifier();
  }

  /** What is wrong with it, in words that name the variable; empty if a start may be tried. */
  public Optional<String> trouble() {
    try {
      Protocol _ = protocol();
    } catch (IllegalArgumentException e) {
      return Optional.of(STYLE + ": " + e.getMessage());
    }
    String tokens = set(TOKENS);
    if (tokens != null && !tokens.matches("[0-9]{1,6}")) {
      return Optional.of(TOKENS + ": " + tokens + " (expected: a count of tokens, such as 4096)");
    }
    return set(URL) == null ? folderTrouble() : serverTrouble();
  }

  private Optional<String> folderTrouble() {
    String role = set("ASSAY_ROLE_MODEL_URL");
    if (role == null && set(NAME) != null) {
      return Optional.of(
          "%s is set, and %s is not (expected: both, or neither)".formatted(NAME, URL));
    }
    // Another folder may hold weights that plain words suit; of these it is known that none do.
    if (role == null && set(MODELS) == null && !protocol().suits(source())) {
      return Optional.of(
          "%s: %s (expected: none for the embedded models; a model that it suits is named by %s or %s)"
              .formatted(STYLE, set(STYLE), URL, MODELS));
    }
    return FOLDERS.stream()
        .map(each -> folder().resolve(each))
        .filter(each -> role == null && !Files.isReadable(each))
        .findFirst()
        .map(
            each ->
                "%s: there is no %s that can be read (expected: a folder with %s)"
                    .formatted(MODELS, each, String.join(", ", FOLDERS)));
  }

  private Optional<String> serverTrouble() {
    String url = String.valueOf(set(URL));
    try {
      for (String each : url.split(",", -1)) {
        OpenAiSettings _ =
            new OpenAiSettings(
                new URI(each.strip()), variables.getOrDefault(NAME, ""), variables.get(KEY));
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of(URL + ": " + url + " (expected: such as http://localhost:8000/v1)");
    } catch (IllegalArgumentException e) {
      return Optional.of(
          String.valueOf(e.getMessage())
              .replace("assay.role.model.url", URL)
              .replace("assay.role.model.name", NAME)
              .replace("assay.role.model.api-key", KEY));
    }
  }

  /** A variable's value; a blank one is none. */
  private @Nullable String set(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
