// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static dev.assay.prompts.judging.JudgementWords.CONTINUES;
import static dev.assay.prompts.judging.JudgementWords.REOPENS;

import dev.assay.prompts.reading.AsciiEquivalents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one marker of a reply that is its author's conclusion. The last one counts; where another
 * contradicts it and nothing says which of them holds, or where the matter is open again behind it,
 * there is none.
 */
final class OwnConclusion {

  /** Whoever writes more of them goes round in circles. */
  private static final int MOST = 200;

  private final String text;
  private final boolean whole;
  private final QuotedPieces quoted;
  private final List<Placed> own = new ArrayList<>();

  /** A marker of the author's. */
  private record Placed(StepMention mention, MentionContext context, Standing standing) {

    boolean concludes() {
      return standing.concludes();
    }

    /** Whether it holds its ground beside one that does not conclude. */
    boolean outranks(Placed other) {
      return standing == Standing.CONCLUSION && !other.concludes();
    }

    boolean contradicts(Placed other) {
      return mention.step() != other.mention.step();
    }
  }

  /**
   * @param whole whether the reply ends where its author ended it
   * @param judged what its author had before him
   */
  OwnConclusion(String reply, boolean whole, Judged judged) {
    this.text = AsciiEquivalents.ascii(reply);
    this.whole = whole;
    this.quoted = new QuotedPieces(text, judged.texts(), StepMention::in);
    List<StepMention> mentions = StepMention.in(text);
    for (StepMention mention : mentions.size() > MOST ? List.<StepMention>of() : mentions) {
      MentionContext context = MentionContext.of(text, mention, whole);
      Standing standing =
          quoted.has(mention, context) ? Standing.FOREIGN : Standing.of(mention, context);
      if (standing != Standing.FOREIGN) {
        own.add(new Placed(mention, context, standing));
      }
    }
  }

  Optional<StepMention> find() {
    withoutAlternatives();
    withoutRepetitions();
    int last = lastConclusion();
    if (last < 0 || isContradicted(last) || isReopened(own.get(last))) {
      return Optional.empty();
    }
    return Optional.of(own.get(last).mention());
  }

  /** Two steps named in one sentence are two candidates. */
  private void withoutAlternatives() {
    for (int i = 1; i < own.size(); i++) {
      Placed one = own.get(i - 1);
      Placed other = own.get(i);
      if (one.contradicts(other) && isOneSentence(one, other) && !isRevised(one, other)) {
        own.set(i - 1, new Placed(one.mention(), one.context(), Standing.REFERENCE));
        own.set(i, new Placed(other.mention(), other.context(), Standing.REFERENCE));
      }
    }
  }

  private boolean isOneSentence(Placed one, Placed other) {
    return Sentences.end(text, one.mention().end()) >= other.mention().start();
  }

  /** What the solution says as well is its own where the author says something else. */
  private void withoutRepetitions() {
    if (own.stream().anyMatch(each -> each.concludes() && !quoted.mayBe(each.mention()))) {
      own.removeIf(each -> quoted.mayBe(each.mention()) && !isRevision(each));
    } else {
      own.removeIf(each -> quoted.mayBe(each.mention()) && !each.context().last());
    }
  }

  private boolean isRevision(Placed each) {
    int at = own.indexOf(each);
    return at > 0 && isRevised(own.get(at - 1), each);
  }

  private int lastConclusion() {
    int last = own.size() - 1;
    while (last >= 0 && !own.get(last).concludes()) {
      last--;
    }
    return last;
  }

  private boolean isContradicted(int last) {
    Placed conclusion = own.get(last);
    for (Placed later : own.subList(last + 1, own.size())) {
      if (later.contradicts(conclusion)) {
        return true;
      }
    }
    for (int i = last - 1; i >= 0; i--) {
      Placed earlier = own.get(i);
      if (earlier.contradicts(conclusion) && !conclusion.outranks(earlier)) {
        Succession succession = succession(earlier, conclusion);
        return !succession.isRevision() && !succession.isFinal();
      }
    }
    return false;
  }

  private boolean isRevised(Placed earlier, Placed later) {
    return succession(earlier, later).isRevision();
  }

  private Succession succession(Placed earlier, Placed later) {
    String between = text.substring(earlier.mention().end(), later.mention().start());
    return new Succession(earlier.context(), Prose.of(between), later.context());
  }

  /** A reply that was cut off may have gone on to anything, where it goes on at all. */
  private boolean isReopened(Placed conclusion) {
    Prose after = Prose.of(text.substring(conclusion.mention().end()));
    return REOPENS.begins(after) || (!whole && CONTINUES.begins(after));
  }
}
