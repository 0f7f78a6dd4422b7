// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;

/** Questions about shuffled objects, one of each kind of story. */
final class TrackingFixture {

  /** Its problem is {@code 3:AC,CB,BA?B}. */
  static final String BOOKS =
      """
      Ann, Ben, and Cleo are friends and avid readers who occasionally trade books. At the start \
      of the semester, they each buy one new book: Ann gets Emma, Ben gets Pride and Prejudice, \
      and Cleo gets Catch-22.
      As the semester proceeds, they start trading around the new books. First, Ann and Cleo swap \
      books. Then, Cleo and Ben swap books. Finally, Ben and Ann swap books. At the end of the \
      semester, Ben has
      Options:
      (A) Emma.
      (B) Pride and Prejudice.
      (C) Catch-22.""";

  static final String BOOKS_DERIVED = "aBA=AbCB=AcAC=C#3";

  /** Where Catch-22, the right answer, gets to. */
  static final String BOOKS_FOLLOWED = "aAC=AbCB=AcBA=B#2";

  static final String DANCERS =
      """
      Ann, Ben, and Cleo are dancers at a square dance. At the start of a song, they each have a \
      partner: Ann is dancing with Otto, Ben is dancing with Mia, and Cleo is dancing with Paul.
      Throughout the song, the dancers often trade partners. First, Ben and Ann switch partners. \
      Then, Ann and Cleo switch partners. Finally, Ann and Ben switch partners. At the end of the \
      dance, Cleo is dancing with
      Options:
      (A) Otto.
      (B) Mia.
      (C) Paul.""";

  static final String TEAM =
      """
      Ann, Ben, and Cleo are on the same team in a soccer match. At the start of the match, they \
      are each assigned to a position: Ann is playing striker, Ben is playing goalkeeper, and \
      Cleo is playing left winger.
      As the game progresses, pairs of players occasionally swap positions. First, Ann and Ben \
      trade positions. Then, Ann and Cleo trade positions. Finally, Cleo and Ben trade positions. \
      At the end of the match, Cleo is playing
      Options:
      (A) striker.
      (B) goalkeeper.
      (C) left winger.""";

  static final String GIFTS =
      """
      Ann, Ben, Cleo, Dan, and Eli are holding a white elephant gift exchange. At the start of \
      the event, they are each holding a present of a different color: Ann has a green present, \
      Ben has a white present, Cleo has a black ball, Dan has a orange ball, and Eli has a pink \
      present.
      As the event progresses, pairs of people swap gifts. First, Ben and Ann swap their gifts. \
      Then, Ann and Eli swap their gifts. Then, Cleo and Eli swap their gifts. Then, Ann and Dan \
      swap their gifts. Finally, Ben and Eli swap their gifts. At the end of the event, Ben has the
      Options:
      (A) green present.
      (B) white present.
      (C) black ball.
      (D) orange ball.
      (E) pink present.""";

  static final String BALLS =
      """
      Ann, Ben, Cleo, Dan, Eli, Flo, and Gus are playing a game. At the start of the game, they \
      are each holding a ball: Ann has a red ball, Ben has a blue ball, Cleo has a black ball, \
      Dan has a white ball, Eli has a pink ball, Flo has a green ball, and Gus has a brown ball.
      As the game progresses, pairs of players trade balls. First, Ann and Gus swap balls. Then, \
      Ben and Flo swap balls. Then, Cleo and Eli swap balls. Then, Dan and Ann swap balls. Then, \
      Eli and Ben swap balls. Then, Flo and Cleo swap balls. Finally, Gus and Dan swap balls. At \
      the end of the game, Gus has the
      Options:
      (A) red ball.
      (B) blue ball.
      (C) black ball.
      (D) white ball.
      (E) pink ball.
      (F) green ball.
      (G) brown ball.""";

  private TrackingFixture() {}

  /** A solution whose lines are these, in natural order. */
  static Solution tracked(String question, String text) {
    Draft draft = ProtocolFixture.of(new CompactProtocol()).readSolution(question, text);
    return new Solution(
        SolutionId.parse("0197f0a1-0000-7000-8000-000000000001/0/0"),
        text,
        draft.steps(),
        draft.answer(),
        text.length());
  }
}
