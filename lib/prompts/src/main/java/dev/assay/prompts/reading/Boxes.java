// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the boxes in which models that do mathematics write answers, {@code \boxed{…}} and its kin,
 * in one pass: a long reply full of braces that are never closed must not hold up a worker.
 */
final class Boxes {

  private static final List<String> COMMANDS = List.of("boxed", "fbox", "framebox", "bbox");

  /** TeX takes one sign for a box without braces, and models mean the number. */
  private static final Pattern BARE =
      Pattern.compile(
          "[+-]?\\d{1,20}(?:[.,]\\d{1,20}){0,6}(?:/\\d{1,20})?|[A-Za-z](?![A-Za-z])"
              + "|\\\\[dt]?frac\\s?(?:\\{[^{}\\n]{1,40}\\}\\s?){2}|\\\\sqrt\\s?\\{[^{}\\n]{1,40}\\}|\\\\pi\\b");

  private static final int LONGEST_SETTING = 20;

  private final String text;
  private final Deque<Optional<Start>> open = new ArrayDeque<>();
  private final List<Box> boxes = new ArrayList<>();

  private record Start(int command, int content, boolean doubled) {}

  private Boxes(String text) {
    this.text = text;
  }

  /**
   * The boxes that are closed and not empty, in the order of the text; of nested ones the inner.
   */
  static List<Box> in(String text) {
    Boxes boxes = new Boxes(text);
    boxes.read();
    return boxes.boxes;
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      i =
          switch (text.charAt(i)) {
            case '\\' -> command(i);
            case '{' -> opened(i, Optional.empty());
            case '}' -> closed(i);
            default -> i + 1;
          };
    }
  }

  /** A box, or an escaped character, which opens and closes nothing. */
  private int command(int slash) {
    for (String name : COMMANDS) {
      if (text.startsWith(name, slash + 1)) {
        return box(slash, slash + 1 + name.length());
      }
      // Two slashes before a box are an escape of an escape, and not a line break.
      if (text.startsWith("\\" + name, slash + 1)) {
        return slash + 1;
      }
    }
    return slash + 2;
  }

  private int box(int slash, int end) {
    int at = skipSpaces(skipSetting(end));
    if (at < text.length() && text.charAt(at) == '{') {
      return opened(at, Optional.of(new Start(slash, at + 1, isDoubled(slash))));
    }
    Matcher bare = BARE.matcher(WorkBudget.metered(text)).region(at, text.length());
    boolean word = at == end && at < text.length() && Character.isLetter(text.charAt(at));
    if (!word && bare.lookingAt()) {
      boxes.add(new Box(slash, bare.end(), new Span(at, bare.end()), false));
      return bare.end();
    }
    return at;
  }

  private boolean isDoubled(int slash) {
    return slash > 0
        && text.charAt(slash - 1) == '\\'
        && !(slash > 1 && text.charAt(slash - 2) == '\\');
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The width of a frame or the colour of a box. */
  private int skipSetting(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      if (end < 0 || end - at > LONGEST_SETTING) {
        return at;
      }
      at = end + 1;
    }
    return at;
  }

  private int opened(int brace, Optional<Start> start) {
    open.push(start);
    return brace + 1;
  }

  private int closed(int brace) {
    Optional<Start> start = open.isEmpty() ? Optional.empty() : open.pop();
    start
        .map(each -> box(each, brace))
        .filter(box -> !box.isBlank(text))
        .filter(box -> boxes.isEmpty() || boxes.getLast().start() < box.start())
        .ifPresent(boxes::add);
    return brace + 1;
  }

  private static Box box(Start start, int brace) {
    return new Box(start.command(), brace + 1, new Span(start.content(), brace), start.doubled());
  }
}
