// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The English around shuffled objects, taken apart. A sentence that this form has no place for
 * makes it another question: it may move an object in a way that is not understood here.
 *
 * @param people as they are introduced
 * @param held who holds what at the start
 * @param swaps in order of time
 * @param asked a name
 * @param options in the order of their letters; none if those are out of order
 */
record TrackingStory(
    List<String> people, List<Pair> held, List<Pair> swaps, String asked, List<String> options) {

  /** A name and another, or a name and an object. */
  record Pair(String name, String other) {}

  // Four times what seven people need; no longer text is looked at.
  private static final int LONGEST = 4_000;

  private static final String NAME = "\\p{Lu}[\\p{L}'-]{0,29}+";
  private static final String WORDS = "[^.:()]{1,2000}+";
  private static final String HOLDS = "(?:has|gets|holds|is (?:holding|dancing with|playing))";
  private static final String WHEN = "(?:First|Then|Next|After that|Finally|Lastly),? ";
  private static final String EXCHANGE = " (?:swap|trade|switch|exchange)(?: their)? [a-z]{1,30}+";

  private static final Pattern FORM =
      Pattern.compile(
          ("(?<people>{name}(?:, {name}){0,9},? and {name}) are {words}\\. "
                  + "At the start of {words}: (?<held>{words})\\. "
                  // Small letters name nobody, so whatever this tells, it tells of no one person.
                  + "(?:(?:As|During|Throughout) (?=[a-z, ]*(?:swap|trad|switch|exchang))"
                  + "[a-z, ]{1,200}+\\. )?"
                  + "(?<swaps>(?:{when}{name} and {name}{exchange}\\. ){1,20}+)"
                  + "At the end of [a-z ]{1,200}+, (?<asked>{name}) {holds}(?: the)?:? "
                  + "Options: (?<options>.{1,2000}+)")
              .replace("{name}", NAME)
              .replace("{words}", WORDS)
              .replace("{when}", WHEN)
              .replace("{exchange}", EXCHANGE)
              .replace("{holds}", HOLDS));

  private static final Pattern SWAP =
      Pattern.compile(WHEN + "(" + NAME + ") and (" + NAME + ")" + EXCHANGE);
  private static final Pattern NEXT_HELD =
      Pattern.compile("(?:, and |, | and )(?=" + NAME + " " + HOLDS + " )");
  private static final Pattern HELD =
      Pattern.compile("(" + NAME + ") " + HOLDS + " (?:an? |the )?(.+)");
  private static final Pattern OPTION =
      Pattern.compile("\\G\\(([A-Z])\\) (?:an? |the )?([^()]+?)\\.? ?(?=\\(|$)");

  /** Takes a question apart, or is empty if its form is another one. */
  static Optional<TrackingStory> of(String question) {
    return question.length() > LONGEST
        ? Optional.empty()
        : WorkBudget.forText(question).run(() -> read(question), Optional::empty);
  }

  private static Optional<TrackingStory> read(String question) {
    String plain = question.strip().replaceAll("\\s+", " ");
    Matcher form = FORM.matcher(WorkBudget.metered(plain));
    return form.matches() ? Optional.of(of(form)) : Optional.empty();
  }

  private static TrackingStory of(Matcher form) {
    return new TrackingStory(
        List.of(form.group("people").split(",? and |, ")),
        NEXT_HELD
            .splitAsStream(form.group("held"))
            .flatMap(each -> pairs(HELD.matcher(each)))
            .toList(),
        pairs(SWAP.matcher(form.group("swaps"))).toList(),
        form.group("asked"),
        options(form.group("options")));
  }

  private static Stream<Pair> pairs(Matcher matcher) {
    return matcher.results().map(found -> new Pair(found.group(1), found.group(2)));
  }

  private static List<String> options(String text) {
    List<String> options = new ArrayList<>();
    Matcher matcher = OPTION.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.group(1).charAt(0) == 'A' + options.size()) {
      options.add(matcher.group(2));
      end = matcher.end();
    }
    return end == text.length() ? options : List.of();
  }

  /**
   * The problem that the story tells, or empty if it contradicts itself or leaves something out.
   */
  Optional<TrackingQuestion> question() {
    List<String> holders =
        options.stream().flatMap(option -> holder(option).stream()).distinct().toList();
    List<Swap> known =
        swaps.stream()
            .map(swap -> new Swap(holders.indexOf(swap.name()), holders.indexOf(swap.other())))
            .filter(swap -> swap.one() >= 0 && swap.other() >= 0 && swap.one() != swap.other())
            .toList();
    boolean complete =
        ObjectShuffle.SIZES.contains(people.size())
            && Stream.of(held, options, holders, swaps, known)
                .allMatch(each -> each.size() == people.size())
            && people.containsAll(holders)
            && holders.contains(asked);
    ObjectShuffle shuffle = new ObjectShuffle(people.size(), known, holders.indexOf(asked));
    return complete
        ? Optional.of(new TrackingQuestion(holders, options, shuffle))
        : Optional.empty();
  }

  private Optional<String> holder(String object) {
    return held.stream().filter(pair -> pair.other().equals(object)).map(Pair::name).findFirst();
  }
}
