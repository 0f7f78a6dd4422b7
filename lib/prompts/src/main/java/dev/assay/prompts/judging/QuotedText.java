// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.reading.AsciiEquivalents;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text of others inside a prompt. What would end its quotation, begin another turn of the
 * conversation, or be a judgement if a reply repeated it, is bent a little: still legible, no
 * longer a tag, a turn or a marker.
 *
 * @param live what is bent: the groups of a pattern, a sign each, or its first sign if it has none
 */
public record QuotedText(List<Pattern> live) {

  private static final Pattern TAG =
      Pattern.compile(
          "<(?=\\s?/?\\s?(?:problem|step|review|think(?:ing)?|solution|paragraph(?:_\\d{1,9})?"
              + "|reference|answer|thought|reasoning|reflection|scratchpad)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** What chat templates put between two turns; a server may take it at its word. */
  private static final Pattern TURN =
      Pattern.compile(
          "(<)\\|[\\w▁./: -]{1,40}\\|>|(<)/?(?:s|bos|eos)>|<(<)/?SYS>>|(<)(?:start|end)_of_turn>"
              + "|(\\[)/?(?:INST|THINK|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\\]",
          Pattern.CASE_INSENSITIVE);

  /** In a prompt of any protocol. */
  private static final QuotedText ANYWHERE =
      new QuotedText(List.of(TAG, TURN, StepMention.OPENING));

  public QuotedText {
    live = List.copyOf(live);
  }

  /** Where boxed numbers and plain words judge nothing. */
  public static String of(String text) {
    return ANYWHERE.show(text);
  }

  /**
   * Where more than that is bent.
   *
   * @param live what else would be a judgement there
   */
  public static QuotedText with(Pattern... live) {
    return new QuotedText(Stream.concat(ANYWHERE.live().stream(), Stream.of(live)).toList());
  }

  /**
   * The steps of a solution as they may be shown; quoted before they are cut: a cut tag is none.
   */
  public ShownSolution show(List<String> steps) {
    return ShownSolution.of(steps.stream().map(this::show).toList());
  }

  /** The text as it may be shown. */
  public String show(String text) {
    // Found as a reader would find them, wide characters and all; replaced in the text as it is.
    StringBuilder quoted = new StringBuilder(text);
    String ascii = AsciiEquivalents.ascii(text);
    for (Pattern pattern : live) {
      Matcher found = pattern.matcher(ascii);
      while (found.find()) {
        bend(quoted, found);
      }
    }
    return quoted.toString();
  }

  private static void bend(StringBuilder quoted, Matcher found) {
    int least = Math.min(1, found.groupCount());
    for (int group = least; group <= found.groupCount(); group++) {
      int at = found.start(group);
      if (at >= 0) {
        quoted.setCharAt(at, bent(quoted.charAt(at)));
      }
    }
  }

  private static char bent(char sign) {
    return switch (AsciiEquivalents.ascii(String.valueOf(sign)).charAt(0)) {
      case '<' -> '‹';
      case '{', '[' -> '(';
      case '}', ']' -> ')';
      case ':' -> '.';
      default -> '·';
    };
  }
}
