// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.CallMemory;
import dev.assay.contracts.HeardCall;
import dev.assay.contracts.Usage;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.roles.TimedCalls.Timed;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls of a role in one delivery of a task: those that a delivery before has made are known,
 * with what came of them and what they cost, and no model is asked.
 */
record RememberedCalls(Speaker role, TimedCalls calls, CallMemory memory) {

  /**
   * What came of a call.
   *
   * @param now whether it was made in this delivery
   */
  record Said(Reply reply, Usage usage, boolean now) {}

  /**
   * One call.
   *
   * @param id its own within the task; its seed is drawn from it
   */
  record Call(
      String id,
      Inquiry<?> inquiry,
      Prompt prompt,
      Sampling sampling,
      int maxTokens,
      int topLogProbabilities) {

    private CompletionRequest within(Duration time) {
      return new CompletionRequest(prompt, sampling, maxTokens, topLogProbabilities, time);
    }
  }

  /**
   * Makes a call, or recalls it.
   *
   * @param time it may take
   * @throws NoReplyException with what this one cost, if there is no time, the model gives no reply
   *     or the reply is too long
   * @throws dev.assay.contracts.FurtherCallException if the next delivery is to make it
   */
  Said said(Call call, Duration time) {
    Optional<HeardCall> known = memory.recall(call.id(), () -> name(call));
    if (known.isPresent()) {
      return recalled(known.get());
    }
    TimedCalls.requireTime(time);
    memory.requireTurn();
    try {
      Said said = made(call, time);
      memory.add(said.usage(), () -> heard(call, said));
      return said;
    } catch (NoReplyException e) {
      memory.addFailure(e.spent(), () -> failed(call, e));
      throw e;
    }
  }

  /** Another model, or other prompts, would have said something else. */
  private String name(Call call) {
    return ReplyDigest.of(role.model().name() + '\0' + call.sampling() + '\0' + call.prompt());
  }

  private Said recalled(HeardCall call) {
    if (call.reply() == null) {
      throw NoReplyException.before(String.valueOf(call.failure()), call.usage());
    }
    return bounded(new Said(HeardReplies.reply(call.reply()), call.usage(), false));
  }

  private Said made(Call call, Duration time) {
    Timed<Reply> made = calls.make(time, within -> role.model().complete(call.within(within)));
    Usage usage = role.account().usage(made.result().spent(), made.took());
    role.observer().called(usage);
    return bounded(new Said(made.result(), usage, true));
  }

  private Said bounded(Said said) {
    if (!Bounds.fits(said.reply().text().strip(), role.maxReplyBytes())) {
      throw NoReplyException.tooLong(role.maxReplyBytes(), said.usage());
    }
    return said;
  }

  private HeardCall heard(Call call, Said said) {
    HeardCall.Said reply = HeardReplies.of(said.reply(), call.inquiry());
    return new HeardCall(call.id(), name(call), said.usage(), reply, null);
  }

  private HeardCall failed(Call call, NoReplyException failure) {
    String why = Bounds.shortened(String.valueOf(failure.getMessage()), Bounds.REASON);
    return new HeardCall(call.id(), name(call), failure.spent(), null, why);
  }
}
