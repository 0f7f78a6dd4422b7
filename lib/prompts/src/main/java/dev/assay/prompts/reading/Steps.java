// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.text.WorkBudget;
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

  private static final Pattern DISPLAY_END =
      Pattern.compile("(?:\\$\\$|\\\\]|\\\\end\\{[^}]{1,40}\\})[.,;]?\\z");

  private static final List<String> FENCES = List.of("```", "~~~");
  private static final List<String> DISPLAYS = List.of("$$", "\\[", "\\begin{");

  /** The longest end of a display. */
  private static final int LONGEST_END = 50;

  private final Matcher step = STEP.matcher("");
  private final Matcher rule = RULE.matcher("");
  private final Matcher numbered = NUMBERED.matcher("");
  private final Matcher heading = HEADING.matcher("");

  private Steps() {}

  /**
   * None of them is blank. Reads any text, without a limit and in one pass; one that would be more
   * work than that is one step.
   */
  public static List<String> of(String solution) {
    return WorkBudget.forText(solution)
        .run(
            () -> new Steps().read(solution),
            () -> solution.isBlank() ? List.of() : List.of(solution.strip()));
  }

  private List<String> read(String solution) {
    List<String> lines = Blocks.joined(solution);
    long headings = lines.stream().filter(this::isStep).count();
    return headings > 1 ? sections(lines) : attached(pieces(lines));
  }

  private boolean isStep(String line) {
    return step.reset(WorkBudget.metered(line)).lookingAt();
  }

  private boolean isRule(String line) {
    return rule.reset(WorkBudget.metered(line)).matches();
  }

  private List<String> sections(List<String> lines) {
    List<String> steps = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : lines) {
      if (isStep(line)) {
        Paragraphs.flush(open, steps);
      }
      if (!isRule(line) && !(open.isEmpty() && line.isBlank())) {
        open.add(line);
      }
    }
    Paragraphs.flush(open, steps);
    return List.copyOf(steps);
  }

  private List<String> pieces(List<String> lines) {
    List<String> pieces = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    int next = 1;
    for (String line : lines) {
      int number = number(line);
      boolean cut = line.isBlank() || isRule(line);
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
  private int number(String line) {
    return numbered.reset(WorkBudget.metered(line)).lookingAt()
        ? Integer.parseInt(numbered.group(1))
        : 0;
  }

  /** Joins what is no step of its own to its neighbour. */
  private List<String> attached(List<String> pieces) {
    List<List<String>> groups = new ArrayList<>();
    boolean waiting = false;
    for (String piece : pieces) {
      if (groups.isEmpty() || !(waiting || isBlock(piece))) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(piece);
      waiting = heading.reset(WorkBudget.metered(piece)).matches();
    }
    return groups.stream().map(group -> String.join("\n\n", group)).toList();
  }

  private static boolean isBlock(String piece) {
    return isFenced(piece) || isDisplay(piece);
  }

  /** Whether the first line opens a fence, and the last one is nothing but a fence. */
  private static boolean isFenced(String piece) {
    String last = piece.substring(piece.lastIndexOf('\n') + 1).strip();
    return FENCES.contains(last)
        && FENCES.stream().anyMatch(piece::startsWith)
        && piece.indexOf('\n') > 0;
  }

  private static boolean isDisplay(String piece) {
    return DISPLAYS.stream().anyMatch(opening -> isDisplay(piece, opening));
  }

  private static boolean isDisplay(String piece, String opening) {
    int from = Math.max(opening.length(), piece.length() - LONGEST_END);
    return piece.startsWith(opening)
        && DISPLAY_END
            .matcher(WorkBudget.metered(piece))
            .region(Math.min(from, piece.length()), piece.length())
            .find();
  }
}
