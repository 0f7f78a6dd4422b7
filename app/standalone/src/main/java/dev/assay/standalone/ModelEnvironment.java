// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import dev.assay.prompts.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final String ROLE = "ASSAY_ROLE_";

  /** Settings of services that a server reads when it starts, and never again. */
  private static final List<String> AT_START =
      List.of(
          EnvironmentVariables.URL,
          EnvironmentVariables.NAME,
          EnvironmentVariables.MODELS,
          EnvironmentVariables.PROTOCOL,
          EnvironmentVariables.STYLE,
          "ASSAY_PROMPTS",
          EnvironmentVariables.TOKENS,
          "ASSAY_CALIBRATION",
          "ASSAY_VERIFIER_VERDICTS");

  /** Of this process. */
  public static ModelEnvironment here() {
    return new ModelEnvironment(System.getenv());
  }

  /** What it says of one role. */
  public RoleEnvironment of(ModelRole role) {
    return new RoleEnvironment(read(), role);
  }

  private static Stream<String> ownVariables(String... what) {
    return Stream.of(ModelRole.values())
        .flatMap(role -> Stream.of(what).map(each -> role.variables(each).getFirst()));
  }

  /** Whether it says which models are to answer. */
  public boolean namesModels() {
    return Stream.concat(
            Stream.of(
                EnvironmentVariables.URL,
                EnvironmentVariables.MODELS,
                EnvironmentVariables.PROTOCOL,
                EnvironmentVariables.STYLE),
            ownVariables("URL", "MODEL", "PROTOCOL"))
        .anyMatch(each -> set(each) != null);
  }

  /** What is set, and has no effect on a server that runs already. */
  public List<String> atStart() {
    Stream<String> calls =
        variables.keySet().stream().filter(each -> each.startsWith(EnvironmentVariables.CALLS));
    return Stream.concat(known(), calls.sorted())
        .filter(each -> set(each) != null && !each.equals(EnvironmentVariables.KEY))
        .toList();
  }

  private static Stream<String> known() {
    return Stream.of(
            AT_START.stream(),
            ownVariables("URL", "MODEL", "PROTOCOL"),
            Stream.of(EnvironmentVariables.KEY))
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

  /** Where the weights are that run in the process. */
  public Path folder() {
    return read().folder();
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
    List<String> known = Stream.concat(known(), EnvironmentVariables.calls().stream()).toList();
    found.add(MisspeltVariables.first(variables.keySet(), known));
    found.add(choiceTrouble("PREFILL", Prefill.values()));
    found.add(choiceTrouble("CONSTRAINT", Constraint.values()));
    found.add(tokensTrouble());
    for (ModelRole role : ModelRole.values()) {
      found.add(of(role).trouble());
    }
    return found.stream().flatMap(Optional::stream).findFirst();
  }

  private Optional<String> choiceTrouble(String setting, Enum<?>[] choices) {
    String value = set(EnvironmentVariables.CALLS + setting);
    List<String> words =
        Stream.of(choices).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    return value == null || words.contains(value.strip().toLowerCase(Locale.ROOT).replace('-', '_'))
        ? Optional.empty()
        : Optional.of(
            "%s%s: %s (expected: one of %s)"
                .formatted(EnvironmentVariables.CALLS, setting, value, String.join(", ", words)));
  }

  private Optional<String> tokensTrouble() {
    String tokens = set(EnvironmentVariables.TOKENS);
    return tokens == null || tokens.matches("[0-9]{1,6}")
        ? Optional.empty()
        : Optional.of(
            EnvironmentVariables.TOKENS
                + ": "
                + tokens
                + " (expected: a count of tokens, such as 4096)");
  }

  private @Nullable String set(String name) {
    return read().set(name);
  }

  private EnvironmentVariables read() {
    return new EnvironmentVariables(variables);
  }
}
