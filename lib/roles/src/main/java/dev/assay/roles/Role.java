// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Bounds;
import dev.assay.model.Model;
import dev.assay.model.Sampling;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A model in one of the loop's roles: generator, critic, refiner or verifier. It asks, has the
 * reply read, asks once more if nothing could be read, and keeps the bill.
 *
 * @param protocol in which the model is asked
 * @param temperature of the first request; see {@link Sampling}
 * @param maxTokens the longest reply
 * @param timeout the longest wait for one, if the problem's deadline leaves so much
 * @param maxReplyBytes the longest reply without its thoughts, in bytes on the wire
 * @param clock by which deadlines pass
 * @param account what is known of the model besides
 * @param observer is told what came of calls
 */
public record Role(
    Model model,
    Protocol protocol,
    double temperature,
    double topP,
    int maxTokens,
    Duration timeout,
    int maxReplyBytes,
    InstantSource clock,
    ModelAccount account,
    RoleObserver observer)
    implements Speaker {

  /** One of whose model nothing is known besides, and that nobody observes. */
  public Role(
      Model model,
      Protocol protocol,
      double temperature,
      double topP,
      int maxTokens,
      Duration timeout,
      int maxReplyBytes,
      InstantSource clock) {
    this(
        model,
        protocol,
        temperature,
        topP,
        maxTokens,
        timeout,
        maxReplyBytes,
        clock,
        ModelAccount.UNKNOWN,
        RoleObserver.NONE);
  }

  /** One whose replies may be as long as a text on the wire. */
  public Role(
      Model model,
      Protocol protocol,
      double temperature,
      double topP,
      int maxTokens,
      Duration timeout,
      InstantSource clock) {
    this(model, protocol, temperature, topP, maxTokens, timeout, Bounds.TEXT, clock);
  }

  /** Who judges, where the role is to judge: what is learnt of one version holds for no other. */
  public String version() {
    return "%s/%s/t=%s".formatted(model.name(), protocol.version(), temperature);
  }

  /** The same role, played by another model. */
  public Role by(Model other) {
    return new Role(
        other,
        protocol,
        temperature,
        topP,
        maxTokens,
        timeout,
        maxReplyBytes,
        clock,
        account,
        observer);
  }

  /**
   * The role's protocol as one that can do its job; asked for before any work is taken.
   *
   * @throws IllegalArgumentException with what it can do, if this is not among it
   */
  public <P extends Protocol> P able(Class<P> job) {
    return Protocols.able(protocol, job);
  }

  /**
   * Finds out what is to be known: at once where no model need be asked, or by one call for each
   * inquiry and one more where its reply cannot be read: one that brings it to an end, where the
   * model can go on with a text, or else the same again, warmer. The number of inquiries is
   * bounded, and what is not known by then is unreadable.
   *
   * <p>Each call is a delivery of its own where the task is delivered ({@link
   * dev.assay.contracts.CallMemory}), and has an id, from which its seed is drawn, so that the same
   * task draws the same replies: {@code id} for the first inquiry, {@code id#next1}, {@code
   * id#next2} and so on for those that follow, and the same with {@code #again} or {@code #ending}
   * behind it for the one more.
   *
   * <p>No call is made that the terms do not allow for: then what was said so far is the
   * conclusion.
   *
   * @param opening what the protocol makes of the task
   * @param id of what is to be known, such as of a solution
   * @param terms of the problem
   * @throws NoReplyException if the model gives no reply, or one that is too long
   * @throws dev.assay.contracts.FurtherCallException if the next delivery is to go on
   */
  public <T> Finding<T> ask(Reading<T> opening, String id, Terms terms) {
    return switch (opening) {
      case Read<T> known -> Finding.nobody(known, known.how());
      case Unreadable<T> none -> Finding.nobody(none, model.name());
      case Ask<T> first when terms.allowance().buys() ->
          new Conversation<T>(this, id, terms).hold(first.next());
      case Ask<T> _ -> Finding.nobody(unaffordable(), model.name());
    };
  }

  private static <T> Unreadable<T> unaffordable() {
    return new Unreadable<>("the budget does not allow for another call", "a call", "", null);
  }
}
