// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.judging.ChoiceMass;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepMention;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grade of a reply.
 *
 * @param score how likely the model finds that the candidate is right; empty where that is not
 *     known
 * @param words that came with it
 */
record Graded(Grade grade, Optional<Double> score, String words) {

  /** The reply is the grade, or the grade and the word for it. */
  private static final Pattern ALONE =
      Pattern.compile(
          "[\\s*_`\"'$(\\[]{0,8}+(?<grade>[ABC]|(?:in)?correct|invalid)"
              + "(?:[\\h*_]{0,4}[:.–—-]\\h{0,3}[*_(]{0,3}(?<also>correct|incorrect|invalid))?[\\s*_`\"'$)\\].]{0,8}+",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> LETTERS = List.of("A", "B", "C");
  private static final List<String> WORDS = List.of("correct", "incorrect");
  private static final GradeMark MARKS = new GradeMark();

  /** What a reply says in the end, or empty if that is not plain. */
  static Optional<Graded> read(Reply reply, Judged judged) {
    String said = reply.text().strip();
    if (reply.finish() != Finish.STOP) {
      return Optional.empty();
    }
    Matcher alone = ALONE.matcher(said);
    if (alone.matches()) {
      return alone(alone, reply, said);
    }
    return StepMarker.last(reply, judged, MARKS).map(mention -> marked(mention, reply, said));
  }

  private static Optional<Graded> alone(Matcher alone, Reply reply, String said) {
    Grade grade = Grade.of(alone.group("grade"));
    String also = alone.group("also");
    return also == null || Grade.of(also) == grade
        ? Optional.of(new Graded(grade, score(reply, said, alone.start("grade")), ""))
        : Optional.empty();
  }

  private static Graded marked(StepMention mention, Reply reply, String said) {
    Grade grade = Grade.of(mention);
    return new Graded(
        grade,
        score(reply, said, GradeMark.letter(said, mention)),
        StepMarker.of(mention, said).why());
  }

  private static Optional<Double> score(Reply reply, String said, int place) {
    boolean word = place + 1 < said.length() && Character.isLetter(said.charAt(place + 1));
    List<String> choices = word ? WORDS : LETTERS;
    return ChoiceMass.at(reply, said, place, choices).map(mass -> mass.share(choices.getFirst()));
  }
}
