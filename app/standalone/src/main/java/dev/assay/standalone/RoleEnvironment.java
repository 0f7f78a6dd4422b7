// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.model.ModelSource;
import dev.assay.model.openai.OpenAiSettings;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.SuggestedSampling;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of one role's model: by the role's own variables, or else by those of
 * all roles. Its messages name the variable that was decisive.
 */
public record RoleEnvironment(EnvironmentVariables environment, ModelRole role) {

  private static final String URL = "URL";
  private static final String MODEL = "MODEL";
  private static final String PROTOCOL = "PROTOCOL";

  /** A model on a server takes more words to answer than the embedded ones. */
  private static final String SERVED_TOKENS = "4096";

  private static final Map<String, List<String>> COMMON =
      Map.of(
          URL, List.of(EnvironmentVariables.URL),
          MODEL, List.of(EnvironmentVariables.NAME),
          PROTOCOL, List.of(EnvironmentVariables.PROTOCOL, EnvironmentVariables.STYLE));

  /** The variable that says it; the role's own where none does. */
  private String variable(String what) {
    List<String> own = role.variables(what);
    return Stream.concat(own.stream(), COMMON.getOrDefault(what, List.of()).stream())
        .filter(each -> environment.set(each) != null)
        .findFirst()
        .orElse(own.getFirst());
  }

  private @Nullable String said(String what) {
    return environment.set(variable(what));
  }

  /** The server's address, or null for weights in this process. */
  public @Nullable String url() {
    return said(URL);
  }

  /** The model's name there; for weights that of their folder. */
  public String model() {
    return url() == null ? role.weights() : Objects.requireNonNullElse(said(MODEL), "").strip();
  }

  /** How the model is asked. */
  public Protocol protocol() {
    return Protocols.of(Objects.requireNonNullElse(said(PROTOCOL), "").strip(), source());
  }

  /** Where the model is, its key included. */
  public ModelSource source() {
    String key = environment.set(EnvironmentVariables.KEY);
    String file = environment.set(EnvironmentVariables.KEY + "_FILE");
    return new ModelSource(
        null, folder(), url(), said(MODEL), key, file == null ? null : Path.of(file), null, null);
  }

  private Path folder() {
    return environment.folder().resolve(role.weights());
  }

  /** For people and for comparison. */
  String description() {
    String protocol = said(PROTOCOL);
    String spoken = protocol == null ? "" : ", in protocol " + protocol.strip();
    String url = url();
    String model = said(MODEL) == null ? "?" : model();
    return url == null
        ? "embedded, of " + environment.folder().toAbsolutePath().normalize() + spoken
        : model + " at " + url + spoken;
  }

  /**
   * The variable by which a setting of the role is told here, for messages that speak to people who
   * set variables.
   *
   * @param property such as {@code assay.role.max-tokens}
   */
  public String variableOf(String property) {
    return switch (property) {
      case "assay.role.model.url" -> variable(URL);
      case "assay.role.model.name" -> said(MODEL) == null ? nameless() : variable(MODEL);
      case "assay.role.model.api-key" -> EnvironmentVariables.KEY;
      case "assay.role.protocol" -> role.variables(PROTOCOL).getFirst();
      case "assay.role.max-tokens" -> EnvironmentVariables.TOKENS;
      default -> listenedTo(property);
    };
  }

  /** How servers are called is told for all roles; the rest by Spring's rule for variables. */
  private static String listenedTo(String property) {
    String calls = "assay.role.model.calls.";
    String variable =
        property.startsWith(calls)
            ? EnvironmentVariables.CALLS + property.substring(calls.length()).replace('-', '_')
            : property.replace("-", "");
    return variable.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The same in variables that the role's service listens to. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(EnvironmentVariables.URL, Objects.requireNonNullElse(url(), ""));
    settings.put(EnvironmentVariables.NAME, Objects.requireNonNullElse(said(MODEL), ""));
    settings.put(
        EnvironmentVariables.PROTOCOL, Objects.requireNonNullElse(said(PROTOCOL), "").strip());
    settings.put(EnvironmentVariables.TOKENS, tokens());
    return settings;
  }

  /** As many as are allowed for; 0 for as many as suit the protocol. */
  private String tokens() {
    String tokens = environment.set(EnvironmentVariables.TOKENS);
    boolean served = url() != null && suggested().maxTokens() == null;
    return Objects.requireNonNullElse(tokens, served ? SERVED_TOKENS : "0");
  }

  private SuggestedSampling suggested() {
    return role == ModelRole.VERIFIER ? protocol().votes() : protocol().oneDraw();
  }

  /** What is wrong with it, by the name of the variable. */
  Optional<String> trouble() {
    try {
      Protocol _ = Protocols.able(protocol(), role.job());
    } catch (IllegalArgumentException e) {
      return Optional.of(protocolTrouble(String.valueOf(e.getMessage())));
    }
    if (environment.overridden()) {
      return Optional.empty();
    }
    return (url() == null ? folderTrouble() : serverTrouble()).or(this::reachTrouble);
  }

  private String protocolTrouble(String why) {
    String variable = variable(PROTOCOL);
    String own = role.variables(PROTOCOL).getFirst();
    String alone = variable.equals(own) ? "" : "; for the " + role.word() + " alone: " + own;
    return variable + ": " + why.replaceFirst("^protocol: ", "") + alone;
  }

  private Optional<String> folderTrouble() {
    if (said(MODEL) != null && servesNobody(variable(MODEL))) {
      return Optional.of(
          "%s is set, and %s is not (expected: both, or neither)"
              .formatted(
                  variable(MODEL),
                  variable(MODEL).equals(EnvironmentVariables.NAME)
                      ? EnvironmentVariables.URL
                      : role.variables(URL).getFirst() + " or " + EnvironmentVariables.URL));
    }
    // Another folder may hold weights that plain words suit; of these it is known that none do.
    if (environment.set(EnvironmentVariables.MODELS) == null && !protocol().suits(source())) {
      return Optional.of(
          "%s: %s (expected: none for the embedded models; a model that it suits is named by %s, %s or %s)"
              .formatted(
                  variable(PROTOCOL),
                  said(PROTOCOL),
                  EnvironmentVariables.URL,
                  role.variables(URL).getFirst(),
                  EnvironmentVariables.MODELS));
    }
    return Files.isReadable(folder())
        ? Optional.empty()
        : Optional.of(
            "%s: there is no %s that can be read (expected: a folder with %s)"
                .formatted(EnvironmentVariables.MODELS, folder(), "generator, critic, verifier"));
  }

  private Optional<String> serverTrouble() {
    String url = String.valueOf(url());
    try {
      for (String each : url.split(",", -1)) {
        OpenAiSettings _ =
            new OpenAiSettings(
                new URI(each.strip()), model(), environment.set(EnvironmentVariables.KEY));
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of(
          variable(URL) + ": " + url + " (expected: such as http://localhost:8000/v1)");
    } catch (IllegalArgumentException e) {
      String name = said(MODEL) == null ? nameless() : variable(MODEL);
      return Optional.of(
          String.valueOf(e.getMessage())
              .replace("assay.role.model.url", variable(URL))
              .replace("assay.role.model.name", name)
              .replace("assay.role.model.api-key", EnvironmentVariables.KEY));
    }
  }

  /** Whether the name of a model is that of no server's. */
  private boolean servesNobody(String variable) {
    return Stream.of(ModelRole.values())
        .noneMatch(each -> new RoleEnvironment(environment, each).isServed(variable));
  }

  /** Whether this variable names a model on a server. */
  private boolean isServed(String variable) {
    return url() != null && variable(MODEL).equals(variable);
  }

  /** Which variable is missing: the one that goes with the address. */
  private String nameless() {
    return variable(URL).equals(EnvironmentVariables.URL)
        ? EnvironmentVariables.NAME
        : variable(URL).replaceFirst(URL + "$", MODEL);
  }

  /** A question that is taken by the generator must not be out of another role's reach. */
  private Optional<String> reachTrouble() {
    Protocol generator = new RoleEnvironment(environment, ModelRole.GENERATOR).protocol();
    boolean taken = generator.refusal(EnvironmentVariables.ANY_QUESTION).isEmpty();
    return protocol()
        .refusal(EnvironmentVariables.ANY_QUESTION)
        .filter(_ -> taken)
        .map(
            why ->
                "the %s's protocol %s: %s, and the generator's, %s, takes any question (expected: a model for the %s in %s, or for all in %s)"
                    .formatted(
                        role.word(),
                        protocol().name(),
                        why,
                        generator.name(),
                        role.word(),
                        role.variables(URL).getFirst(),
                        EnvironmentVariables.URL));
  }
}
