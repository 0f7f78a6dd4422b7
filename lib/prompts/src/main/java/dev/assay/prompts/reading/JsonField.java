// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the field {@code "answer"} without reading the object around it, which models break: line
 * breaks and quotes within strings, TeX with single slashes, text before and behind, no end. A
 * value that is itself cut off is not read, for it may have gone on.
 */
final class JsonField {

  /** The slash is there where the object stands in a string of another one. */
  private static final Pattern KEY =
      Pattern.compile(
          "(\\\\?+)\"(?:(?:final|correct)[_ ]?)?answer\\1\"\\s{0,20}+:\\s{0,20}+",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 1_000;

  private JsonField() {}

  /** The last such field that has a value; a value ends before the next field. */
  static Optional<FinalAnswer> last(String text) {
    Optional<FinalAnswer> quoted = Optional.empty();
    int end = text.length();
    for (MatchResult key : KEY.matcher(WorkBudget.metered(text)).results().toList().reversed()) {
      Optional<FinalAnswer> value = value(text, key.end(), end, key.group(1) + '"');
      if (value.isPresent() && !isQuoted(text, key.start())) {
        return value;
      }
      quoted = quoted.or(() -> value);
      end = key.start();
    }
    return quoted;
  }

  /** A field right behind a backtick may be one that the text talks about: it counts alone. */
  private static boolean isQuoted(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '`';
  }

  private static Optional<FinalAnswer> value(String text, int at, int next, String quote) {
    boolean string = text.startsWith(quote, at);
    int start = string ? at + quote.length() : at;
    int limit = Math.min(next, start + LONGEST);
    int end = string ? stringEnd(text, start, limit, quote) : literalEnd(text, start, limit);
    if (end < 0) {
      return Optional.empty();
    }
    Span span = new Span(start, end);
    String answer = (string ? unescaped(span.of(text)) : span.of(text)).strip();
    return span.isBlank(text) || answer.isEmpty() || (!string && answer.equals("null"))
        ? Optional.empty()
        : Optional.of(span.found(Method.JSON, plain(answer)));
  }

  /** What a field holds, that has been told to hold a box or a sentence as well. */
  private static String plain(String answer) {
    List<FinalAnswer> boxed = BoxedAnswers.in(answer);
    return boxed.isEmpty() ? StatedValue.of(answer) : boxed.getLast().text();
  }

  /** The closing quote is the one that is followed by what may follow a value. */
  private static int stringEnd(String text, int start, int limit, String quote) {
    int i = start;
    while (i < limit) {
      if (text.startsWith(quote, i) && closes(text, i + quote.length())) {
        return i;
      }
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return -1;
  }

  private static boolean closes(String text, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == text.length() || ",}]\n\r`\\\"".indexOf(text.charAt(i)) >= 0;
  }

  /** A number, a word, or what brackets enclose. */
  private static int literalEnd(String text, int start, int limit) {
    int depth = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (depth == 0
          && (c == '}' || c == ']' || c == '\n' || (c == ',' && !isDigit(text, i + 1)))) {
        return i;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return -1;
  }

  /** Behind a comma, it is a thousands separator. */
  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static String unescaped(String string) {
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < string.length()) {
      char c = string.charAt(i);
      if (c == '\\' && i + 1 < string.length()) {
        plain.append(meaning(string, i + 1));
        i += 2;
      } else {
        plain.append(c);
        i++;
      }
    }
    return plain.toString();
  }

  /** What a slash and the character behind it stand for; before small letters it is TeX. */
  private static String meaning(String string, int at) {
    char c = string.charAt(at);
    boolean word = at + 1 < string.length() && Character.isLowerCase(string.charAt(at + 1));
    return switch (c) {
      case '\\', '"', '/' -> String.valueOf(c);
      case 'n', 't', 'r' -> word ? "\\" + c : " ";
      default -> "\\" + c;
    };
  }
}
