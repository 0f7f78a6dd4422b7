// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import dev.assay.gateway.core.Problems.Added;
import dev.assay.gateway.core.Problems.Cancellation;
import dev.assay.gateway.core.Refusal.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides what becomes a problem: what is refused here leaves nothing behind. */
public final class Submissions {

  private static final String ATTACH =
      "; another model is attached by the properties assay.role.model.* of the services,"
          + " see docs/models.md";

  private final Policy defaults;
  private final QuestionAcceptance reach;
  private final ErrorRatePromises promises;
  private final FreeSpace space;
  private final LoadShedding shedding;
  private final Problems problems;
  private final InstantSource clock;
  private final ProblemIds ids;

  public Submissions(
      Policy defaults,
      QuestionAcceptance reach,
      ErrorRatePromises promises,
      FreeSpace space,
      LoadShedding shedding,
      Problems problems,
      InstantSource clock,
      RandomGenerator random) {
    this.defaults = defaults;
    this.reach = reach;
    this.promises = promises;
    this.space = space;
    this.shedding = shedding;
    this.problems = problems;
    this.clock = clock;
    this.ids = new ProblemIds(random);
  }

  /**
   * Takes a question; the same request under the same key finds the problem that it made before.
   *
   * @param kind of question as the caller says; null where he does not
   * @param reference the right answer, for a verifier that judges against one; null for none
   * @param overrides null where the caller leaves all to the defaults
   * @param key the caller's name for the request, or null
   * @throws Refusal if it is not to be worked
   */
  public Added submit(
      @Nullable String question,
      @Nullable String kind,
      @Nullable String reference,
      @Nullable PolicyOverrides overrides,
      @Nullable String key) {
    String text = Question.check(question);
    QuestionKind said = kind(kind);
    String right = Question.checkReference(reference);
    PolicyOverrides set = overrides == null ? PolicyOverrides.NONE : overrides;
    Policy policy = policy(set);
    checkKey(key);
    RequestHash hash = RequestHash.of(text, said, right, set);
    return before(key)
        .map(added -> same(added, hash))
        .orElseGet(() -> same(taken(fresh(text, said, right, policy), key, hash), hash));
  }

  private Added taken(Problem problem, @Nullable String key, RequestHash hash) {
    return shedding.take(() -> problems.add(problem, key, hash.value()));
  }

  /** A request that was taken is answered, whatever a new one would be told by now. */
  private Optional<Added> before(@Nullable String key) {
    return key == null ? Optional.empty() : problems.addedBefore(key);
  }

  private Problem fresh(
      String text, @Nullable QuestionKind said, @Nullable String reference, Policy policy) {
    checkInReach(text, reference);
    // What PostgreSQL keeps and what is published must be the same instant.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Problem problem = new Problem(ids.next(now), text, policy, now, agreed(text, said), reference);
    checkPossible(problem);
    return problem;
  }

  private void checkInReach(String text, @Nullable String reference) {
    reach
        .refusal(text, reference)
        .ifPresent(
            why -> {
              throw new Refusal(Kind.OUT_OF_REACH, why + ATTACH);
            });
  }

  private @Nullable QuestionKind agreed(String text, @Nullable QuestionKind said) {
    try {
      return QuestionKind.of(said, reach.kind(text));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()));
    }
  }

  private void checkPossible(Problem problem) {
    promises
        .broken(problem)
        .ifPresent(
            why -> {
              throw Refusal.invalid("policy." + why);
            });
    space
        .shortage()
        .ifPresent(
            why -> {
              throw new Refusal(Kind.FULL, why);
            });
  }

  private static Added same(Added added, RequestHash hash) {
    if (!hash.matches(added.requestHash())) {
      throw new Refusal(
          Kind.CONFLICT,
          "Idempotency-Key: was used for another request, which made problem "
              + added.problem().problem().id()
              + " (expected: the same request, or a new key)");
    }
    return added;
  }

  /**
   * Gives a problem up.
   *
   * @throws Refusal if there is none, or it is settled
   */
  public void cancel(ProblemId id) {
    Cancellation cancellation = problems.cancel(id, clock.instant());
    switch (cancellation) {
      case REQUESTED, REQUESTED_BEFORE -> {}
      case SETTLED_BEFORE ->
          throw new Refusal(
              Kind.CONFLICT, "problem " + id + " is settled (expected: an open problem)");
      case UNKNOWN -> throw unknown(id);
    }
  }

  public static Refusal unknown(ProblemId id) {
    return new Refusal(Kind.UNKNOWN, "no problem has the id " + id);
  }

  private static @Nullable QuestionKind kind(@Nullable String said) {
    try {
      return said == null ? null : new QuestionKind(said);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()));
    }
  }

  private Policy policy(PolicyOverrides overrides) {
    try {
      return overrides.over(defaults);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("policy." + e.getMessage());
    }
  }

  private static void checkKey(@Nullable String key) {
    if (key == null) {
      return;
    }
    boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    if (key.isBlank() || key.length() > 255 || !printable) {
      throw Refusal.invalid(
          "Idempotency-Key: "
              + key.length()
              + " characters (expected: 1 to 255 printable ASCII characters)");
    }
  }
}
