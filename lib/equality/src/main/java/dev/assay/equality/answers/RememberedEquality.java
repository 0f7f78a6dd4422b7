// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes each comparison once, however often it is asked for: who compares before taking a lock
 * finds the judgements there when holding it. Answers are read when the first pair of their list is
 * new. For one thread.
 */
public final class RememberedEquality implements AnswerEquality {

  private final AnswerEquality equality;
  private final Map<Texts, Judgement> known = new HashMap<>();
  private final Map<String, AnswerEquality> questions = new HashMap<>();

  public RememberedEquality(AnswerEquality equality) {
    this.equality = equality;
  }

  /** Two answers, in the order in which they are compared. */
  private record Texts(String one, String other) {}

  @Override
  public Judgement compare(String one, String other) {
    return known.computeIfAbsent(new Texts(one, other), _ -> equality.compare(one, other));
  }

  /** Remembers for each question apart. */
  @Override
  public AnswerEquality to(String question) {
    return questions.computeIfAbsent(question, _ -> new RememberedEquality(equality.to(question)));
  }

  @Override
  public Pairs over(List<String> answers) {
    return new Remembered(List.copyOf(answers));
  }

  /** Comparisons within one list; reads it for the first that nobody made before. */
  private final class Remembered implements Pairs {

    private final List<String> answers;
    private @Nullable Pairs read;

    Remembered(List<String> answers) {
      this.answers = answers;
    }

    @Override
    public Judgement compare(int one, int other) {
      return known.computeIfAbsent(
          new Texts(answers.get(one), answers.get(other)), _ -> read().compare(one, other));
    }

    private Pairs read() {
      if (read == null) {
        read = equality.over(answers);
      }
      return read;
    }
  }
}
