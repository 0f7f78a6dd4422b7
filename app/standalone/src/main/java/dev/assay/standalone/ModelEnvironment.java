// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.prompts.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of models. It is looked at before anything starts: a slip costs seconds
 * then, and its message can name the variable.
 *
 * @param variables the environment
 */
public record ModelEnvironment(Map<String, String> variables) {

  static final String URL = "ASSAY_MODEL_URL";
  static final String NAME = "ASSAY_MODEL_NAME";
  static final String KEY = "ASSAY_MODEL_API_KEY";
  static final String MODELS = "ASSAY_MODELS";
  static final String PROTOCOL = "ASSAY_PROTOCOL";

  /** What {@link #PROTOCOL} was called before. */
  static final String STYLE = "ASSAY_STYLE";

  static final String TOKENS = "ASSAY_MAX_TOKENS";

  /** In the reach of every protocol that takes plain words. */
  static final String ANY_QUESTION = "How many legs have two cats and a bird?";

  static final String CALLS = "ASSAY_MODEL_CALLS_";

  private static final String ROLE = "ASSAY_ROLE_";

  /** Settings of services that a server reads when it starts, and never again. */
  private static final List<String> AT_START =
      List.of(
          URL,
          NAME,
          MODELS,
          PROTOCOL,
          STYLE,
          "ASSAY_PROMPTS",
          TOKENS,
          "ASSAY_CALIBRATION",
          "ASSAY_VERIFIER_VERDICTS");

  /** Of this process. */
  public static ModelEnvironment here() {
    return new ModelEnvironment(System.getenv());
  }

  /** What it says of one role. */
  public RoleEnvironment of(ModelRole role) {
    return new RoleEnvironment(this, role);
  }

  private static Stream<String> ownVariables(String... what) {
    return Stream.of(ModelRole.values())
        .flatMap(role -> Stream.of(what).map(each -> role.variables(each).getFirst()));
  }

  /** Whether it says which models are to answer. */
  public boolean namesModels() {
    return Stream.concat(
            Stream.of(URL, MODELS, PROTOCOL, STYLE), ownVariables("URL", "MODEL", "PROTOCOL"))
        .anyMatch(each -> set(each) != null);
  }

  /** What is set, and has no effect on a server that runs already. */
  public List<String> atStart() {
    Stream<String> calls = variables.keySet().stream().filter(each -> each.startsWith(CALLS));
    return Stream.concat(known(), calls.sorted())
        .filter(each -> set(each) != null && !each.equals(KEY))
        .toList();
  }

  private static Stream<String> known() {
    return Stream.of(AT_START.stream(), ownVariables("URL", "MODEL", "PROTOCOL"), Stream.of(KEY))
        .flatMap(each -> each);
  }

  /** The models that a system started here would answer by, for people and for comparison. */
  public String description() {
    List<String> all = Stream.of(ModelRole.values()).map(role -> of(role).description()).toList();
    return all.stream().distinct().count() == 1
        ? all.getFirst()
        : Stream.of(ModelRole.values())
            .map(role -> role.word() + ": " + of(role).description())
            .collect(Collectors.joining("; "));
  }

  /** Beside the program, wherever it is started from, unless the environment knows better. */
  public Path folder() {
    String named = set(MODELS);
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("assay.home", "")).resolve("embedded/model/weights");
  }

  /** How questions are asked, which decides which of them are taken: the generator's. */
  public Protocol protocol() {
    return of(ModelRole.GENERATOR).protocol();
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
    RoleEnvironment verifier = of(ModelRole.VERIFIER);
    return verifier.model() + "/" + verifier.protocol().version() + "/";
  }

  /**
   * The same, or blank where settings of the roles themselves may have put another one in its
   * place.
   */
  public String servedVerifier() {
    boolean overridden = variables.keySet().stream().anyMatch(each -> each.startsWith(ROLE));
    return overridden || set("ASSAY_PROMPTS") != null ? "" : verifier();
  }

  /** What is wrong with it, in words that name the variable; empty if a start may be tried. */
  public Optional<String> trouble() {
    List<Optional<String>> found = new ArrayList<>();
    found.add(MisspeltVariables.first(variables.keySet(), known().toList()));
    found.add(tokensTrouble());
    for (ModelRole role : ModelRole.values()) {
      found.add(of(role).trouble());
    }
    return found.stream().flatMap(Optional::stream).findFirst();
  }

  private Optional<String> tokensTrouble() {
    String tokens = set(TOKENS);
    return tokens == null || tokens.matches("[0-9]{1,6}")
        ? Optional.empty()
        : Optional.of(TOKENS + ": " + tokens + " (expected: a count of tokens, such as 4096)");
  }

  /** Whether the name of a model is that of no server's. */
  boolean servesNobody(String variable) {
    return Stream.of(ModelRole.values()).noneMatch(role -> of(role).isServed(variable));
  }

  /** Whether a setting of the roles themselves takes the place of all that is said of servers. */
  boolean overridden() {
    return set("ASSAY_ROLE_MODEL_URL") != null;
  }

  /** A variable's value; a blank one is none. */
  @Nullable String set(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
