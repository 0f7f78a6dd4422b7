// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.Allowance;
import dev.assay.contracts.Budget;
import dev.assay.contracts.Usage;
import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Reply.Token;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.Reading.PlainInquiry;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.Deliveries;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A role that is asked by one delivery after the other comes to what it comes to in one. */
class RoleDeliveriesTests {

  private static final Terms TERMS = Terms.of(ProblemFixture.problem());
  private static final Reading<Integer> SUM =
      asking("6*7=", text -> text.equals("42") ? Optional.of(42) : Optional.empty());

  private final Deliveries deliveries = new Deliveries();
  private Instant now = ProblemFixture.CLOCK.instant();

  @Test
  void oneCallIsOneDelivery() {
    ScriptedModel model = ScriptedModel.replying("42");

    assertThat(ask(role(model), SUM).value()).hasValue(42);
    assertThat(deliveries.count()).isEqualTo(1);
  }

  @Test
  void aSecondTryIsADeliveryOfItsOwn() {
    ScriptedModel model = ScriptedModel.replying("hm", "42");

    Finding<Integer> finding = ask(role(model), SUM);

    assertThat(finding.value()).hasValue(42);
    assertThat(finding.usage().calls()).isEqualTo(2);
    assertThat(finding.usage().completionTokens()).isEqualTo(4);
    assertThat(model.requests()).hasSize(2);
    assertThat(deliveries.count()).isEqualTo(2);
  }

  @Test
  void whatIsForcedIsTheSameAsInOneDelivery() {
    Reading<?> opening = new GeneralProtocol().solve("How many trees?");
    String text = "1. There are 6 rows of 7.\n\n2. 6 * 7 = 42 trees in all.";

    Finding<?> apart = ask(role(goesOn(text)), opening);

    assertThat(apart.forced()).isTrue();
    assertThat(withoutTime(apart))
        .isEqualTo(withoutTime(role(goesOn(text)).ask(opening, "id", TERMS)));
    assertThat(deliveries.count()).isEqualTo(2);
  }

  private static ScriptedModel goesOn(String text) {
    return ScriptedModel.replying(text, "42}").able(Capability.PREFILL);
  }

  private static String withoutTime(Finding<?> finding) {
    return finding.toString().replaceAll("millis=\\d+", "");
  }

  @Test
  void eachInquiryOfAChainIsADeliveryOfItsOwn() {
    ScriptedModel model = ScriptedModel.answering(_ -> "on");

    Finding<String> finding = ask(role(model), chain(4));

    assertThat(finding.value()).hasValue("after 4");
    assertThat(finding.usage().calls()).isEqualTo(4);
    assertThat(model.prompts()).containsExactly("left 4", "left 3", "left 2", "left 1");
    assertThat(deliveries.count()).isEqualTo(4);
  }

  private static Reading<String> chain(int left) {
    Function<Reply, Reading<String>> reader =
        _ -> left == 1 ? new Read<>("after 4", "the end") : chain(left - 1);
    return Reading.ask("a link", "left " + left, reader);
  }

  @Test
  void whoeverTriesAgainMakesOnlyTheCallThatFailed() {
    List<String> asked = new ArrayList<>();
    ScriptedModel model = failingSecond(asked, Spent.ONE_CALL);

    NoReplyException failure = failure(() -> ask(role(model), SUM));
    Finding<Integer> finding = ask(role(model), SUM);

    assertThat(failure.mayPass()).isTrue();
    assertThat(failure.spent().calls()).isEqualTo(2);
    assertThat(finding.value()).hasValue(42);
    assertThat(finding.usage().calls()).as("without the one that failed").isEqualTo(2);
    assertThat(asked).hasSize(3);
  }

  /** Says hm, is away, and says 42. */
  private static ScriptedModel failingSecond(List<String> asked, Spent spent) {
    return ScriptedModel.answering(
        prompt -> {
          asked.add(prompt);
          return switch (asked.size()) {
            case 1 -> "hm";
            case 2 -> throw new TransientModelException("gone", null, spent);
            default -> "42";
          };
        });
  }

  private static NoReplyException failure(Runnable asking) {
    return catchThrowableOfType(NoReplyException.class, asking::run);
  }

  @Test
  void underABudgetWhatIsHeardIsNoReasonNotToTryAgain() {
    Terms terms =
        new Terms(TERMS.deadline(), true, new Allowance(4, Budget.ofCalls(20), Usage.NONE));

    Role free = role(failingSecond(new ArrayList<>(), Spent.NOTHING));
    Role paid = role(failingSecond(new ArrayList<>(), Spent.ONE_CALL));

    NoReplyException cheap = failure(() -> ask(free, SUM, terms));
    NoReplyException dear =
        failure(() -> new Deliveries().toTheEnd(() -> paid.ask(SUM, "id", terms)));

    assertThat(cheap.mayPass()).isTrue();
    assertThat(dear.mayPass()).as("nobody would know of it").isFalse();
    assertThat(dear.spent().calls()).isEqualTo(2);
  }

  @Test
  void whatABudgetDoesNotAllowIsNotAskedOfTheNextDeliveryEither() {
    ScriptedModel model = ScriptedModel.replying("hm");

    Finding<Integer> finding =
        ask(
            role(model),
            SUM,
            new Terms(TERMS.deadline(), true, new Allowance(1, Budget.ofCalls(20), Usage.NONE)));

    assertThat(finding.value()).isEmpty();
    assertThat(deliveries.count()).isEqualTo(1);
  }

  @Test
  void afterTheDeadlineWhatWasHeardIsAllThereIs() {
    ScriptedModel model =
        ScriptedModel.answering(
            _ -> {
              now = TERMS.deadline().minusMillis(1);
              return "hm";
            });
    Role role = role(model);
    Deliveries apart = new Deliveries();

    Finding<Integer> finding =
        apart.toTheEnd(
            () -> {
              if (apart.count() == 2) {
                now = TERMS.deadline();
              }
              return role.ask(SUM, "id", TERMS);
            });

    assertThat(finding.reading()).isInstanceOf(Unreadable.class);
    assertThat(finding.usage().calls()).isEqualTo(1);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void theReplyOfAnotherModelIsNotTakenForThisOnes() {
    ScriptedModel before = ScriptedModel.replying("hm");
    ScriptedModel after = ScriptedModel.replying("42");
    Deliveries apart = new Deliveries();

    Finding<Integer> finding =
        apart.toTheEnd(
            () -> role(apart.count() == 1 ? before : new Renamed(after)).ask(SUM, "id", TERMS));

    assertThat(finding.value()).hasValue(42);
    assertThat(finding.usage().calls()).isEqualTo(1);
    assertThat(after.requests()).hasSize(1);
  }

  private record Renamed(Model model) implements Model {

    @Override
    public String name() {
      return "another";
    }

    @Override
    public Set<Capability> capabilities() {
      return model.capabilities();
    }

    @Override
    public Reply complete(CompletionRequest request) {
      return model.complete(request);
    }
  }

  @Test
  void whoeverCountsHearsOfEachReplyOnce() {
    List<String> told = new ArrayList<>();
    RoleObserver observer =
        new RoleObserver() {
          @Override
          public void called(Usage usage) {
            told.add("called");
          }

          @Override
          public void read(Outcome outcome) {
            told.add(outcome.name());
          }
        };

    ask(role(ScriptedModel.replying("hm", "42"), observer), SUM);

    assertThat(told).containsExactly("called", "UNREADABLE", "called", "READ");
  }

  @Test
  void whatIsTooLongToBeToldIsDoneInOneDelivery() {
    Deliveries narrow = new Deliveries(100);
    ScriptedModel model = ScriptedModel.replying("hm", "42");

    assertThat(narrow.toTheEnd(() -> role(model).ask(SUM, "id", TERMS)).value()).hasValue(42);
    assertThat(narrow.count()).isEqualTo(1);
  }

  @Test
  void howLikelyTokensWereTravelsOnlyWhereItIsRead() {
    Function<Reply, Reading<Integer>> deaf =
        reply -> reply.text().equals("42") ? read(42) : unreadable(reply);
    Function<Reply, Reading<Integer>> keen =
        reply -> reply.tokens().isEmpty() ? read(1) : new Ask<>(inquiry(deaf), "more");

    ask(role(likely("hm", "42")), new Ask<>(inquiry(deaf), "a test"));
    assertThat(deliveries.heard()).contains("\"hm\"").doesNotContain("log_probability");

    Deliveries apart = new Deliveries();
    assertThat(
            apart
                .toTheEnd(
                    () ->
                        role(likely("hm", "42"))
                            .ask(new Ask<>(inquiry(keen), "a test"), "id", TERMS))
                .usage()
                .calls())
        .isPositive();
    assertThat(apart.heard()).contains("\"log_probability\":-0.5", "\"alternatives\":{\"y\":-2.0}");
  }

  private static Inquiry<Integer> inquiry(Function<Reply, Reading<Integer>> reader) {
    return new PlainInquiry<>(Prompt.of("6*7="), reader, null, null, 0);
  }

  private static Reading<Integer> read(int value) {
    return new Read<>(value, "its text");
  }

  private static Reading<Integer> unreadable(Reply reply) {
    return new Unreadable<>("it is not", "42", reply);
  }

  /** Says the one to the first request that it gets, and the other to further ones. */
  private static Model likely(String first, String then) {
    ScriptedModel words = ScriptedModel.answering(_ -> first);
    return new Model() {
      @Override
      public String name() {
        return "likely";
      }

      @Override
      public Set<Capability> capabilities() {
        return Set.of();
      }

      @Override
      public Reply complete(CompletionRequest request) {
        String said =
            request.sampling().seed() == Seeds.of("id") ? words.complete(request).text() : then;
        List<Token> tokens = List.of(new Token(said, -0.5, Map.of("y", -2.0)));
        return new Reply(said, "", Finish.STOP, 1, 1, tokens);
      }
    };
  }

  private <T> Finding<T> ask(Role role, Reading<T> opening) {
    return ask(role, opening, TERMS);
  }

  private <T> Finding<T> ask(Role role, Reading<T> opening, Terms terms) {
    return deliveries.toTheEnd(() -> role.ask(opening, "id", terms));
  }

  private Role role(Model model) {
    return role(model, RoleObserver.NONE);
  }

  private Role role(Model model, RoleObserver observer) {
    InstantSource clock = () -> now;
    return new Role(
        model,
        new GeneralProtocol(),
        0.7,
        1,
        1_000,
        Duration.ofSeconds(5),
        65_536,
        clock,
        ModelAccount.UNKNOWN,
        observer);
  }
}
