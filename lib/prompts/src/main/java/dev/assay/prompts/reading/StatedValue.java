// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value in what a sentence states: "approximately 7.25" is 7.25, "the smallest $k$ is $26$" is
 * 26, and an exclamation mark ends a sentence unless the text has factorials.
 */
final class StatedValue {

  /** What leads on to the value. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:[\\s*_}:=,]|</?\\w{1,8}>|~~[^~\\n]{1,80}~~)*(?:(?:either|therefore|thus|then|simply|just|exactly|precisely|approximately|approx\\.?"
              + "|about|around|roughly|nearly|equal to|certainly|clearly|circa|ca\\.|c\\.|environ|à peu près|approximativement|ungefähr|etwa|rund|zirka|aproximadamente|alrededor de|cerca de|ongeveer|cirka|około|примерно|приблизительно|около|yaklaşık|sekitar|khoảng|≈|\\\\approx|~)[\\s*_:,]+|大约|大約|约|約|약\\s?|およそ)*(?:A:\\s?(?=[-$\\d]))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:the|there|it|this|that|we|so|its|his|her|their|therefore|thus|hence|all|each|both|every"
              + "|for|in|if|since|after|you|she|he|they|an?)[\\s,*].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern IS =
      Pattern.compile(
          "\\s(?:is|are|equals|equal to|will be|must be|was|were)\\s+"
              + "(?:(?:therefore|thus|then|equal to|exactly|approximately|about|only|just|:)\\s+)*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:no|not|none|never|neither|nobody|cannot)\\b|n't", Pattern.CASE_INSENSITIVE);

  private static final Pattern FACTORIAL =
      Pattern.compile("[\\d)}a-z]!(?=\\s?[-+*/=^)}$\\\\<>.,]|\\s(?:ways|and|is|or)\\b)|factorial");

  /** A value in a wrapper for words, or before spaces of TeX or words in brackets. */
  private static final Pattern TRIMMED =
      Pattern.compile(
          "\\\\text\\{([^{}]{1,80})\\}|([-$\\\\\\d].{0,80}?)(?:\\s?\\\\(?:q?quad|blacksquare)|\\s[■∎]|\\s\\((?:[a-z -]{3,40}|(?:to|rounded|correct|accurate|nearest|in)\\s[^()\\n]{1,40})\\))+");

  private static final Pattern OPERATION =
      Pattern.compile("[+/^=×·]|(?<!\\*)\\*(?!\\*)|\\d\\s?-|![^!*]");

  private static final int MOST_WORDS = 4;

  private StatedValue() {}

  /** The value alone, as a part of what was stated. */
  static Span of(String text, Span stated, AnswerLink link) {
    return of(text, link.without(text, led(text, stated).bare(text)));
  }

  /** The same of a sentence that nothing introduces. */
  static Span of(String text, Span stated) {
    Span value = punctuated(text, sentence(text, led(text, stated).bare(text)).bare(text));
    Matcher trimmed = TRIMMED.matcher(value.of(text));
    return trimmed.matches() ? group(text, value, trimmed) : value;
  }

  private static Span group(String text, Span value, Matcher trimmed) {
    int group = trimmed.group(1) == null ? 2 : 1;
    return value.part(trimmed.start(group), trimmed.end(group)).bare(text);
  }

  /** What a whole text says in one sentence, or the text itself. */
  static String of(String text) {
    Span all = new Span(0, text.length()).bare(text);
    Span value = text.contains(". ") ? all : sentence(text, all);
    return value.equals(all) ? text : value.bare(text).of(text);
  }

  private static Span led(String text, Span stated) {
    Matcher lead = LEAD.matcher(stated.of(text));
    return lead.lookingAt() ? stated.part(lead.end(), stated.length()) : stated;
  }

  /** What a sentence says its subject is, if that is short. */
  private static Span sentence(String text, Span value) {
    String content = value.of(text);
    if (!SENTENCE.matcher(content).matches() || NEGATION.matcher(content).find()) {
      return Told.in(text, value);
    }
    int from = behindVerb(content);
    Span said = value.part(from, value.length());
    if (from == 0) {
      return Told.in(text, value);
    }
    return words(said.of(text)) <= MOST_WORDS && !said.isBlank(text) ? led(text, said) : value;
  }

  /** Behind the last verb, unless an earlier one has a value of its own; 0 if there is none. */
  private static int behindVerb(String content) {
    Matcher is = IS.matcher(content);
    int from = 0;
    while (is.find()) {
      if (from > 0 && content.substring(from, is.start()).matches("\\S*\\d.*")) {
        return 0;
      }
      from = is.end();
    }
    return from;
  }

  private static long words(String content) {
    return content.strip().chars().filter(Character::isWhitespace).count() + 1;
  }

  private static Span punctuated(String text, Span value) {
    if (value.length() < 2 || text.charAt(value.end() - 1) != '!' || hasFactorials(text, value)) {
      return value;
    }
    int end = value.length();
    while (end > 1 && text.charAt(value.start() + end - 1) == '!') {
      end--;
    }
    return value.part(0, end).bare(text);
  }

  /** In a formula, before a stop and in a text that has others, it is a factorial. */
  private static boolean hasFactorials(String text, Span value) {
    String next = text.substring(value.end(), Math.min(text.length(), value.end() + 1));
    return (".,$)}".contains(next) && !next.isEmpty())
        || OPERATION.matcher(value.of(text)).find()
        || FACTORIAL.matcher(WorkBudget.metered(text.substring(0, value.start()))).find();
  }
}
