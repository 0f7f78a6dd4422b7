// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.model.Reply;
import dev.assay.model.Reply.Token;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How likely each of a few words was in the place where a reply says one of them, which tells more
 * than the one that was drawn.
 *
 * <p>What a server gives is not taken at its word: log-probabilities of −9999 and above 0 come, a
 * grammar leaves the likelihoods of what it forbids, tokens are merged with what stands before them
 * and list the thoughts as well. Where most of the mass lies on other words, the place tells
 * nothing.
 *
 * @param of each word, by the word; 0 where it is not among the likeliest
 */
public record ChoiceMass(SequencedMap<String, Double> of) {

  /** As many as servers give at the most: a word that is none of them has next to no mass. */
  public static final int ALTERNATIVES = 20;

  /** Below this share of the mass the model was about to say something else. */
  private static final double LEAST = 0.5;

  /** So many characters before the place tell it from others. */
  private static final int CONTEXT = 64;

  public ChoiceMass {
    of = new LinkedHashMap<>(of);
  }

  /**
   * The mass on each choice at a place.
   *
   * @param said the reply's text, without blanks around it
   * @param place where one of the choices begins in it
   * @param choices none of which is the beginning of another
   * @return empty if the tokens are not known, do not spell the text, or have little mass on these
   */
  public static Optional<ChoiceMass> at(Reply reply, String said, int place, List<String> choices) {
    StringBuilder spelled = new StringBuilder();
    reply.tokens().forEach(token -> spelled.append(token.text()));
    int at = found(spelled, said, place, CONTEXT);
    return at < 0 ? Optional.empty() : at(reply.tokens(), at, choices).filter(ChoiceMass::tells);
  }

  /**
   * The same place in what the tokens spell: thoughts stand before the text, and end marks behind.
   */
  private static int found(StringBuilder spelled, String said, int place, int context) {
    int start = Math.max(0, place - context);
    String piece = said.substring(start, Math.min(said.length(), place + 1));
    int behind = 0;
    for (int at = said.indexOf(piece, start + 1); at >= 0; at = said.indexOf(piece, at + 1)) {
      behind++;
    }
    int found = spelled.lastIndexOf(piece);
    for (int i = 0; i < behind && found >= 0; i++) {
      found = spelled.lastIndexOf(piece, found - 1);
    }
    if (found < 0 && context > 1) {
      return found(spelled, said, place, context / 8);
    }
    return found < 0 ? found : found + piece.length() - 1;
  }

  private static Optional<ChoiceMass> at(List<Token> tokens, int place, List<String> choices) {
    int start = 0;
    for (Token token : tokens) {
      int end = start + token.text().length();
      if (place < end) {
        return Optional.of(of(token, token.text().substring(0, place - start), choices));
      }
      start = end;
    }
    return Optional.empty();
  }

  /**
   * @param before what of the token stands before the place
   */
  private static ChoiceMass of(Token token, String before, List<String> choices) {
    Map<String, Double> likely = new HashMap<>(token.alternatives());
    likely.putIfAbsent(token.text(), token.logProbability());
    SequencedMap<String, Double> mass = new LinkedHashMap<>();
    choices.forEach(choice -> mass.put(choice, 0.0));
    likely.forEach(
        (text, logProbability) -> {
          String rest = text.startsWith(before) ? text.substring(before.length()) : text;
          List<String> meant =
              choices.stream().filter(choice -> isMeant(choice, rest.strip())).toList();
          if (meant.size() == 1) {
            mass.merge(meant.getFirst(), probability(logProbability), Double::sum);
          }
        });
    return new ChoiceMass(mass);
  }

  /** The choice, its first piece, or it and what cannot go on with it. */
  private static boolean isMeant(String choice, String text) {
    String word = choice.length() == 1 ? choice : choice.toLowerCase(Locale.ROOT);
    String said = choice.length() == 1 ? text : text.toLowerCase(Locale.ROOT);
    if (said.isEmpty() || !said.startsWith(word)) {
      return !said.isEmpty() && word.startsWith(said);
    }
    return said.length() == word.length() || !Character.isLetterOrDigit(said.charAt(word.length()));
  }

  private static double probability(double logProbability) {
    return Double.isNaN(logProbability) ? 0 : Math.exp(Math.min(logProbability, 0));
  }

  private boolean tells() {
    return total() >= LEAST;
  }

  private double total() {
    return of.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The part of a choice in the mass of all of them, 0 to 1. */
  public double share(String choice) {
    return Math.clamp(of.getOrDefault(choice, 0.0) / total(), 0, 1);
  }
}
