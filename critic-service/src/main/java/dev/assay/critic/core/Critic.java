// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.roles.Finding;
import dev.assay.roles.NoReplyException;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;

/** Looks for the first wrong step of a solution. */
public final class Critic {

  private final Role role;
  private final CriticisingProtocol protocol;
  private final int votes;

  /** One whose first judgement stands. */
  public Critic(Role role) {
    this(role, 1);
  }

  /**
   * @param votes how many judgements are drawn of each solution, to vote on its first wrong step
   * @throws IllegalArgumentException if the role's protocol cannot criticise, or several votes
   *     would all be the same
   */
  public Critic(Role role, int votes) {
    this.role = role;
    this.protocol = role.able(CriticisingProtocol.class);
    this.votes = votes;
    if (votes < 1 || (votes > 1 && role.temperature() == 0)) {
      throw new IllegalArgumentException(
          ("assay.critic.votes: %d at temperature 0 (expected: 1, as greedy votes are all the same;"
                  + " or assay.role.votes: true, or assay.role.temperature above 0)")
              .formatted(votes));
    }
  }

  /**
   * Judges by what the protocol knows without a model, which costs nothing, or else by the model.
   *
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  public Criticised criticise(Drafted task) {
    Reading<Critique> opening = protocol.criticise(task.problem().question(), task.solution());
    String id = task.solution().id() + "#critique";
    Terms terms = Terms.ofAttempt(task.problem(), task.spend().attempt());
    Finding<Critique> finding =
        votes > 1 && opening instanceof Ask
            ? voted(opening, id, terms)
            : role.ask(opening, id, terms);
    return new Criticised(
        task.problem(),
        task.solution(),
        finding.orElse(none -> new Unreadable(none.explained())),
        finding.by(),
        task.spend().then(finding.usage()),
        finding.finishReason(),
        finding.forced(),
        finding.origin());
  }

  /** A vote that fails is missing, and those that were drawn are counted. */
  private Finding<Critique> voted(Reading<Critique> opening, String id, Terms terms) {
    Ballots ballots = new Ballots();
    for (int vote = 1;
        vote <= votes && (vote == 1 || terms.after(ballots.paid()).allowance().buys());
        vote++) {
      try {
        ballots.add(role.ask(opening, id + "#vote" + vote, terms.after(ballots.paid())));
      } catch (NoReplyException e) {
        if (ballots.isEmpty()) {
          throw e;
        }
        ballots.addMissing(e.spent());
      }
    }
    return ballots.result();
  }

  /** The solution goes on unjudged: a critic that is away must not cost the attempt. */
  public Criticised unjudged(Drafted task, String reason) {
    return new Criticised(
        task.problem(),
        task.solution(),
        new Unreadable(reason),
        role.model().name(),
        task.spend().then(Usage.NONE));
  }
}
