// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a solution, as the papers cut them: where a text has headings {@code Step 1}, {@code
 * Step 2} a step is what stands below one of them (PRM800K, DeepCritic); elsewhere it is a
 * paragraph (ProcessBench), what rules separate (OPV), or a line of a numbered list. Code and
 * displayed mathematics are never cut, and belong to the step that they follow; a heading belongs
 * to the step that follows it.
 */
public final class Steps {

  private static final Pattern STEP =
      Pattern.compile("[\\s#*_>]*+step\\s{0,3}\\d{1,4}\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern RULE =
      Pattern.compile("\\s*+(?:-{3,}+|\\*{3,}+|_{3,}+|={3,}+)\\s*+");
  private static final Pattern NUMBERED = Pattern.compile(" {0,3}\\**+(\\d{1,3})[.)]\\**+\\s");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*|\\*\\*[^*]{1,200}\\*\\*:?");

  private static final Pattern FENCED =
      Pattern.compile("(?s)(?:```|~~~).*\\n\\s*+(?:```|~~~)\\s*+");
  private static final Pattern DISPLAY =
      Pattern.compile(
          "(?s)(?:\\$\\$|\\\\\\[|\\\\begin\\{).*(?:\\$\\$|\\\\]|\\\\end\\{[^}]{1,40}\\})[.,;]?");

  private Steps() {}

  /** None of them is blank. Reads any text, without a limit and in one pass. */
  public static List<String> of(String solution) {
    List<String> lines = Blocks.joined(solution);
    long headings = lines.stream().filter(line -> STEP.matcher(line).lookingAt()).count();
    return headings > 1 ? sections(lines) : attached(pieces(lines));
  }

  private static List<String> sections(List<String> lines) {
    List<String> steps = new ArrayList<>();
    List<String> step = new ArrayList<>();
    for (String line : lines) {
      if (STEP.matcher(line).lookingAt()) {
        Paragraphs.flush(step, steps);
      }
      if (!RULE.matcher(line).matches() && !(step.isEmpty() && line.isBlank())) {
        step.add(line);
      }
    }
    Paragraphs.flush(step, steps);
    return List.copyOf(steps);
  }

  private static List<String> pieces(List<String> lines) {
    List<String> pieces = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    int next = 1;
    for (String line : lines) {
      int number = number(line);
      boolean cut = line.isBlank() || RULE.matcher(line).matches();
      if (cut || number == next || number == 1) {
        Paragraphs.flush(piece, pieces);
      }
      if (number == next || number == 1) {
        next = number + 1;
      }
      if (!cut) {
        piece.add(line);
      }
    }
    Paragraphs.flush(piece, pieces);
    return pieces;
  }

  /** The number that a line of a list begins with, or 0. */
  private static int number(String line) {
    Matcher matcher = NUMBERED.matcher(line);
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Joins what is no step of its own to its neighbour. */
  private static List<String> attached(List<String> pieces) {
    List<List<String>> groups = new ArrayList<>();
    boolean waiting = false;
    for (String piece : pieces) {
      if (groups.isEmpty() || !(waiting || isBlock(piece))) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(piece);
      waiting = HEADING.matcher(piece).matches();
    }
    return groups.stream().map(group -> String.join("\n\n", group)).toList();
  }

  private static boolean isBlock(String piece) {
    return FENCED.matcher(piece).matches() || DISPLAY.matcher(piece).matches();
  }
}
