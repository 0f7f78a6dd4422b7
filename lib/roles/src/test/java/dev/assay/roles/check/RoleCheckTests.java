// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.model.ModelSource;
import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.prompts.reference.ReferenceProtocol;
import dev.assay.roles.Role;
import dev.assay.roles.check.Diagnosis.Severity;
import dev.assay.roles.check.PlantedServer.Planted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may be wrong with a model, its server or its settings, planted one after the other. */
class RoleCheckTests {

  private static final List<String> NAMES = List.of("generator", "critic", "refiner", "verifier");

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whereAllIsWellNothingIsFound() {
    PlantedServer server = serving(PlantedServer::well);
    List<CheckedRole> roles = new ArrayList<>();
    for (RoleJob job : RoleJob.values()) {
      roles.add(role(job, server.url(), ServerCalls.USUAL));
    }

    CheckReport report = new RoleCheck(true).check(roles, _ -> {});

    assertThat(report.isWell()).isTrue();
    assertThat(report.count(Severity.WARNING)).isZero();
    assertThat(report.paid().calls()).isEqualTo(server.calls()).isLessThan(80);
    assertThat(report.paid().promptTokens()).isPositive();
    assertThat(lines(report, Severity.WELL))
        .contains("answers 72 to a simple problem", "a plainly right solution from");
    assertThat(lines(report, Severity.ADVICE))
        .contains("constraint=structured_outputs", "prefill=continue");
  }

  @Test
  void aServerThatIsAway() {
    PlantedServer server = serving(PlantedServer::well);
    server.close();

    assertThat(faults(RoleJob.GENERATOR, server))
        .contains("expected: a server that answers at assay.role.model.url");
  }

  @Test
  void aKeyThatIsRefused() {
    assertFault(
        RoleJob.CRITIC,
        _ ->
            Planted.refusing(
                401,
                """
                {"error": {"message": "Invalid API Key", "type": "authentication_error",\
                 "code": 401}}"""),
        "HTTP 401",
        "API_KEY");
  }

  @Test
  void aNameThatTheServerDoesNotKnow() {
    assertFault(
        RoleJob.GENERATOR,
        _ ->
            Planted.refusing(
                404,
                """
                {"error": {"message": "The model `generator` does not exist.",\
                 "type": "NotFoundError", "param": "model", "code": 404}}"""),
        "does not exist",
        "one of generator, critic, refiner, verifier in assay.role.model.name");
  }

  @Test
  void aNameThatTheServerTakesAndDoesNotHave() {
    PlantedServer server = track(new PlantedServer(List.of("qwen", "llama"), PlantedServer::well));

    assertThat(
            lines(
                check(role(RoleJob.GENERATOR, server.url(), ServerCalls.USUAL)), Severity.WARNING))
        .contains("lists no model generator", "one of qwen, llama");
  }

  @Test
  void aFieldThatIsRefused() {
    assertFault(
        RoleJob.GENERATOR,
        body ->
            body.has("max_tokens")
                ? Planted.refusing(
                    400,
                    """
                    {"error": {"message": "Unsupported parameter: 'max_tokens' is not supported\
                     with this model. Use 'max_completion_tokens' instead.",\
                     "type": "invalid_request_error", "param": "max_tokens",\
                     "code": "unsupported_parameter"}}""")
                : PlantedServer.well(body),
        "max_tokens",
        "assay.role.model.calls.rename=max_tokens=max_completion_tokens");
  }

  @Test
  void repliesOfAnotherProtocol() {
    PlantedServer server = serving(PlantedServer::well);
    CheckedRole odd = role(RoleJob.VERIFIER, server.url(), ServerCalls.USUAL, new OddProtocol());

    assertThat(lines(check(odd), Severity.FAULT))
        .contains("cannot be read in the protocol odd", "assay.role.protocol=general");
  }

  @Test
  void repliesOfNoProtocol() {
    assertFault(
        RoleJob.VERIFIER,
        body -> isJudged(body) ? Planted.saying("Well, who knows?") : PlantedServer.well(body),
        "cannot be read in the protocol general",
        "Well, who knows?");
  }

  @Test
  void aProtocolForAnotherJob() {
    PlantedServer server = serving(PlantedServer::well);
    CheckedRole odd = role(RoleJob.GENERATOR, server.url(), ServerCalls.USUAL, new OddProtocol());

    assertThat(lines(check(odd), Severity.FAULT)).contains("odd is none for a generator");
  }

  @Test
  void thinkingThatIsCutOff() {
    assertFault(
        RoleJob.GENERATOR,
        body ->
            isJudged(body)
                ? Planted.of("reasoning_content", "Let me think", "length", 40)
                : PlantedServer.well(body),
        "thinking was cut off after 12 tokens",
        "assay.role.max-tokens=8192");
  }

  @Test
  void everythingAsThinking() {
    assertFault(
        RoleJob.VERIFIER,
        body ->
            isJudged(body)
                ? Planted.of("reasoning", "All is right. \\box{STEP-1}", "stop", 40)
                : PlantedServer.well(body),
        "came as thinking",
        "--reasoning-parser");
  }

  @Test
  void aSeedThatIsIgnored() {
    AtomicInteger drawn = new AtomicInteger();
    assertWarning(
        body ->
            isAbout(body, "boat")
                ? Planted.saying("Boat " + drawn.incrementAndGet())
                : PlantedServer.well(body),
        "the same seed drew two replies",
        "honours seed");
  }

  @Test
  void aCacheInFront() {
    assertWarning(
        body -> isAbout(body, "boat") ? Planted.saying("The Boat") : PlantedServer.well(body),
        "two seeds drew the same reply",
        "no cache");
  }

  @Test
  void probabilitiesThatAreNotSaid() {
    PlantedServer server = serving(PlantedServer::well);
    ServerCalls asking =
        new ServerCalls(null, null, null, null, true, null, null, null, null, null, null, null);

    assertThat(lines(check(role(RoleJob.GENERATOR, server.url(), asking)), Severity.FAULT))
        .contains("asked how likely tokens are", "log-probabilities=false");
  }

  @Test
  void aConstraintAndAPrefillThatAreIgnored() {
    PlantedServer server = serving(PlantedServer::well);
    ServerCalls ignored =
        new ServerCalls(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Prefill.LAST_MESSAGE,
            Constraint.GRAMMAR,
            null);
    CheckedRole role = role(RoleJob.GENERATOR, server.url(), ignored);

    assertThat(lines(check(role), Severity.FAULT))
        .contains("ignores the constraint", "constraint=structured_outputs")
        .contains("opens a turn instead", "prefill=continue");
  }

  @Test
  void aPromptThatIsCut() {
    PlantedServer server =
        serving(
            body ->
                isAbout(body, "0 1 2 3")
                    ? Planted.of("content", "0", "stop", 2048)
                    : PlantedServer.well(body));
    CheckedRole role = role(RoleJob.GENERATOR, server.url(), ServerCalls.USUAL);

    assertThat(lines(new RoleCheck(true).check(List.of(role), _ -> {}), Severity.FAULT))
        .contains("read 2048 tokens", "OLLAMA_CONTEXT_LENGTH");
    assertThat(check(role).isWell()).as("a long prompt is not tried unless asked for").isTrue();
  }

  @Test
  void aServerThatDoesNotStream() {
    assertWarning(
        body ->
            body.path("stream").asBoolean(false)
                ? Planted.refusing(
                    400,
                    """
                    {"error": {"message": "stream is not supported", "param": "stream",\
                     "type": "invalid_request_error", "code": 400}}""")
                : PlantedServer.well(body),
        "does not stream",
        "assay.role.model.calls.stream=false");
  }

  @Test
  void aStreamThatTheNextCallBreaksOff() {
    assertFault(
        RoleJob.GENERATOR,
        body ->
            isAbout(body, "Count from") && body.path("max_tokens").asInt() > 4
                ? new Planted(0, "{\"content\": \"one\"}", "", 0)
                : PlantedServer.well(body),
        "broken off when another call comes",
        "assay.role.model.calls.stream=false");
  }

  @Test
  void aVerifierThatIsGivenTheRightAnswer() {
    PlantedServer server =
        serving(
            body ->
                isJudged(body)
                    ? Planted.saying(isAbout(body, "144") ? "B" : "A")
                    : PlantedServer.well(body));
    CheckedRole role =
        role(RoleJob.VERIFIER, server.url(), ServerCalls.USUAL, new ReferenceProtocol());

    assertThat(lines(check(role), Severity.FAULT)).isEmpty();
    assertThat(lines(check(role), Severity.WELL)).contains("a plainly right solution from");
  }

  @Test
  void aVerifierThatSaysYesToAll() {
    assertFault(
        RoleJob.VERIFIER,
        body -> isJudged(body) ? Planted.saying("Right.\n\\box{STEP-1}") : PlantedServer.well(body),
        "calls a plainly right solution right and a plainly wrong one as well",
        "another model");
  }

  @Test
  void aCriticThatSaysNoToAll() {
    assertFault(
        RoleJob.CRITIC,
        body -> isJudged(body) ? Planted.saying("Wrong.\n\\box{STEP0}") : PlantedServer.well(body),
        "calls a plainly wrong solution wrong and a plainly right one as well",
        "assay.role.protocol");
  }

  @Test
  void oneModelThatSolvesAndVerifies() {
    PlantedServer server = serving(PlantedServer::well);
    ModelSource source = source("verifier", server.url(), ServerCalls.USUAL);
    Role role = role(opened(source), new GeneralProtocol());

    CheckReport report =
        new RoleCheck(false)
            .check(
                List.of(
                    new CheckedRole(RoleJob.GENERATOR, role, source),
                    new CheckedRole(RoleJob.VERIFIER, role, source)),
                _ -> {});

    assertThat(lines(report, Severity.WARNING)).contains("the same weights solve and verify");
  }

  private void assertFault(
      RoleJob job, Function<JsonNode, Planted> plant, String what, String remedy) {
    assertThat(faults(job, serving(plant))).contains(what).contains(remedy).contains("expected: ");
  }

  private void assertWarning(Function<JsonNode, Planted> plant, String what, String remedy) {
    CheckedRole role = role(RoleJob.GENERATOR, serving(plant).url(), ServerCalls.USUAL);
    assertThat(lines(check(role), Severity.WARNING)).contains(what).contains(remedy);
  }

  private String faults(RoleJob job, PlantedServer server) {
    return lines(check(role(job, server.url(), ServerCalls.USUAL)), Severity.FAULT);
  }

  private static CheckReport check(CheckedRole role) {
    return new RoleCheck(false).check(List.of(role), _ -> {});
  }

  private static String lines(CheckReport report, Severity severity) {
    return report.parts().stream()
        .flatMap(part -> part.found().stream())
        .filter(each -> each.severity() == severity)
        .map(Diagnosis::line)
        .reduce("", (one, other) -> one + "\n" + other);
  }

  private static boolean isAbout(JsonNode body, String words) {
    return body.path("messages").path(0).path("content").asString().contains(words);
  }

  private static boolean isJudged(JsonNode body) {
    return isAbout(body, "Natalia");
  }

  private PlantedServer serving(Function<JsonNode, Planted> plant) {
    return track(new PlantedServer(NAMES, plant));
  }

  private PlantedServer track(PlantedServer server) {
    open.add(server);
    return server;
  }

  private CheckedRole role(RoleJob job, String url, ServerCalls calls) {
    return role(job, url, calls, new GeneralProtocol());
  }

  private CheckedRole role(RoleJob job, String url, ServerCalls calls, Protocol protocol) {
    ModelSource source = source(job.word(), url, calls);
    return new CheckedRole(job, role(opened(source), protocol), source);
  }

  private Model opened(ModelSource source) {
    Model model = ModelProviders.installed().open(source);
    open.add(0, (AutoCloseable) model);
    return model;
  }

  private static ModelSource source(String name, String url, ServerCalls calls) {
    return new ModelSource(null, null, url, name, null, null, calls, null);
  }

  private static Role role(Model model, Protocol protocol) {
    return new Role(model, protocol, 0.7, 1, 12, Duration.ofSeconds(30), InstantSource.system());
  }

  /** One that reads what nobody says. */
  private static final class OddProtocol implements VerifyingProtocol {

    @Override
    public String name() {
      return "odd";
    }

    @Override
    public Optional<String> refusal(String question) {
      return Optional.empty();
    }

    @Override
    public Reading<Verdict> verify(String question, Solution outcome) {
      return Reading.ask(
          "a verdict",
          question + outcome.text(),
          reply -> new Reading.Unreadable<>("no token of ours", "a token", reply));
    }
  }
}
