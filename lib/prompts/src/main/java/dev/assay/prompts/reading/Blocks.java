// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of fenced code and of displayed mathematics, so that nothing is cut within them.
 * What is opened and never closed is no block: a stray sign must not swallow the rest of a text.
 */
final class Blocks {

  private static final String BACKTICKS = "```";
  private static final String TILDES = "~~~";
  private static final String DOLLARS = "$$";
  private static final String BRACKET = "\\]";

  // A display that is longer than this is two stray signs and the text between them.
  private static final int LONGEST_DISPLAY = 200;

  /** Two slashes are a line break of TeX, and what follows them is no command. */
  private static final Pattern TOKEN =
      Pattern.compile("\\\\\\\\|\\$\\$|\\\\[\\[\\]]|\\\\(?:begin|end)\\{[^{}\\n]{1,40}\\}");

  private final List<String> lines;
  private final Matcher token = TOKEN.matcher("");

  /** For what closes a block, the nearest line below that has it. */
  private final Map<String, Integer> closers = new HashMap<>();

  private Blocks(List<String> lines) {
    this.lines = lines;
  }

  /** The text as lines, each block one line of its own with line breaks in it. */
  static List<String> joined(String text) {
    return new Blocks(text.lines().toList()).joined();
  }

  private List<String> joined() {
    int[] last = lastLines();
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < last.length; i = last[i] + 1) {
      joined.add(i == last[i] ? lines.get(i) : String.join("\n", lines.subList(i, last[i] + 1)));
    }
    return joined;
  }

  /** From the end, so that it is known at each line what is closed below it: one pass. */
  private int[] lastLines() {
    int[] last = new int[lines.size()];
    for (int i = last.length - 1; i >= 0; i--) {
      String line = lines.get(i);
      List<String> tokens = tokens(line);
      last[i] = i;
      String closer = awaited(tokens);
      Integer found = closers.get(closer);
      if (found != null && (isFence(closer) || found - i < LONGEST_DISPLAY)) {
        last[i] = found;
      }
      for (String token : tokens) {
        closers.put(token, i);
      }
    }
    return last;
  }

  private List<String> tokens(String line) {
    String start = line.stripLeading();
    if (start.startsWith(BACKTICKS)) {
      return List.of(BACKTICKS);
    }
    if (start.startsWith(TILDES)) {
      return List.of(TILDES);
    }
    if (line.indexOf('$') < 0 && line.indexOf('\\') < 0) {
      return List.of();
    }
    token.reset(WorkBudget.metered(line));
    List<String> tokens = new ArrayList<>();
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private static boolean isFence(String token) {
    return token.equals(BACKTICKS) || token.equals(TILDES);
  }

  /** What closes the block that is open behind the line, or nothing. */
  private static String awaited(List<String> tokens) {
    String awaited = "";
    for (String token : tokens) {
      if (awaited.isEmpty()) {
        awaited = closer(token);
      } else if (awaited.equals(token)) {
        awaited = "";
      }
    }
    return awaited;
  }

  private static String closer(String token) {
    return switch (token) {
      case BACKTICKS, TILDES, DOLLARS -> token;
      case "\\[" -> BRACKET;
      default -> token.startsWith("\\begin") ? token.replaceFirst("begin", "end") : "";
    };
  }
}
