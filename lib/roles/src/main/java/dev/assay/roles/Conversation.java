// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.CallMemory;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.model.Capability;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.prompts.CanonicalProtocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Conclusion;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.roles.RoleObserver.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One role asking until something is known: an inquiry, again if its reply cannot be read, and
 * those that its reply makes necessary, up to a number. It keeps the bill.
 */
final class Conversation<T> {

  /**
   * Eight draws of one step and what goes on from the last are known to help; a protocol that wants
   * more goes round in circles.
   */
  private static final int MOST_INQUIRIES = 9;

  /** An unreadable greedy reply would only be repeated: the second request is sampled. */
  private static final double LEAST_TEMPERATURE_OF_SECOND = 0.7;

  private final Speaker role;
  private final String id;
  private final Terms terms;
  private final TimedCalls times;
  private final RememberedCalls calls;
  private Usage paid = Usage.NONE;
  private boolean forced;

  Conversation(Speaker role, String id, Terms terms) {
    this.role = role;
    this.id = id;
    this.terms = terms;
    this.times = new TimedCalls(role.timeout(), role.account(), role.clock());
    this.calls = new RememberedCalls(role, times, CallMemory.current());
  }

  /**
   * A reply and what it says.
   *
   * @param now whether it came now, and was not counted before
   */
  private record Heard<T>(Reading<T> reading, Reply reply, ReplyOrigin origin, boolean now) {

    private Conclusion<T> conclusion() {
      return switch (reading) {
        case Conclusion<T> conclusion -> conclusion;
        case Ask<T>(_, String why) ->
            new Unreadable<>(
                "still to be asked: " + why,
                "a conclusion after " + MOST_INQUIRIES + " inquiries",
                reply);
      };
    }
  }

  Finding<T> hold(Inquiry<T> opening) {
    Heard<T> read = asked(opening, id);
    for (int i = 1;
        i < MOST_INQUIRIES && affordable() && read.reading() instanceof Ask<T> further;
        i++) {
      read = asked(further.next(), id + "#next" + i);
    }
    return Finding.of(
        read.conclusion(), role.model().name(), read.reply(), paid, forced, read.origin());
  }

  /** A reply that cannot be read is brought to an end, or asked for once more, if there is time. */
  private Heard<T> asked(Inquiry<T> inquiry, String subject) {
    double heat = Objects.requireNonNullElse(inquiry.temperature(), role.temperature());
    Heard<T> read = counted(asked(inquiry, subject, heat, time()), Outcome.READ);
    Duration left = time();
    if (!(read.reading() instanceof Unreadable) || !left.isPositive() || !affordable()) {
      return read;
    }
    Optional<Inquiry<T>> ending = ending(inquiry, read.reply());
    if (ending.isPresent()) {
      return ended(read, ending.get(), subject, left);
    }
    double warmer = Math.max(heat, LEAST_TEMPERATURE_OF_SECOND);
    return counted(asked(inquiry, subject + "#again", warmer, left), Outcome.READ);
  }

  private Heard<T> counted(Heard<T> heard, Outcome ifReadable) {
    boolean readable = !(heard.reading() instanceof Unreadable);
    if (heard.now()) {
      role.observer().read(readable ? ifReadable : Outcome.UNREADABLE);
    }
    return heard;
  }

  private boolean affordable() {
    return terms.after(paid).allowance().buys();
  }

  private Duration time() {
    return times.within(terms.deadline());
  }

  private Optional<Inquiry<T>> ending(Inquiry<T> inquiry, Reply unread) {
    return terms.forcedEndings() && able(Capability.PREFILL)
        ? inquiry.ending(unread)
        : Optional.empty();
  }

  private boolean able(Capability capability) {
    return role.model().capabilities().contains(capability);
  }

  /** The likeliest end; where even that says nothing, the reply that was given is the evidence. */
  private Heard<T> ended(Heard<T> unread, Inquiry<T> ending, String subject, Duration left) {
    Heard<T> end = counted(asked(ending, subject + "#ending", 0, left), Outcome.FORCED);
    boolean readable = !(end.reading() instanceof Unreadable);
    forced |= readable;
    return readable
        ? new Heard<>(end.reading(), unread.reply(), unread.origin().forcing(), end.now())
        : unread;
  }

  private Heard<T> asked(Inquiry<T> inquiry, String seed, double heat, Duration time) {
    RememberedCalls.Said said = said(call(inquiry, seed, heat), time);
    Reply reply = said.reply();
    paid = paid.plus(said.usage());
    return new Heard<>(inquiry.read(reply), reply, origin(inquiry, heat, reply), said.now());
  }

  /**
   * Where calls count, one that failed and cost something is for good: whoever tries again knows of
   * those that were heard, and of no other.
   */
  private RememberedCalls.Said said(RememberedCalls.Call call, Duration time) {
    try {
      return calls.said(call, time);
    } catch (NoReplyException e) {
      NoReplyException all = e.after(paid);
      Usage forgotten = calls.memory().isKept() ? e.spent() : all.spent();
      throw e.mayPass() && forgotten.calls() > 0 && terms.allowance().calls() != null
          ? all.forGood()
          : all;
    }
  }

  private ReplyOrigin origin(Inquiry<T> inquiry, double heat, Reply reply) {
    return new ReplyOrigin(
        heat,
        role.protocol() instanceof CanonicalProtocol,
        ReplyDigest.of(reply),
        reply.thinking().length() + reply.text().strip().length(),
        role.account().weights(),
        TruncatedPrompt.known(inquiry.prompt(), reply.promptTokens()),
        inquiry.stepsLeftOut() == 0 ? null : inquiry.stepsLeftOut(),
        null);
  }

  /** No reply may be longer than what is left of the tokens, its prompt not reckoned in. */
  private int mostTokens(Inquiry<T> inquiry) {
    int most = Math.min(role.maxTokens(), inquiry.mostTokens());
    return (int) Math.min(most, terms.after(paid).allowance().tokens());
  }

  private RememberedCalls.Call call(Inquiry<T> inquiry, String id, double heat) {
    return new RememberedCalls.Call(
        id,
        inquiry,
        able(Capability.CHOICES) ? inquiry.prompt() : inquiry.prompt().free(),
        new Sampling(heat, role.topP(), Seeds.of(id)),
        mostTokens(inquiry),
        able(Capability.LOG_PROBABILITIES) ? inquiry.topLogProbabilities() : 0);
  }
}
