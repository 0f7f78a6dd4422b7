// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.regex.Pattern;

/** What stands in the place of an answer and is none: a blank to fill in, or words about it. */
final class NoAnswer {

  private static final Pattern BLANK =
      Pattern.compile(
          "[\\[<({\\\\$*_\"'\\s]*(?:(?:text|textbf|mathrm|mathbf|boxed)\\{)?\\s*"
              + "(?:(?:(?:put|insert|write|place|type|enter)\\s)?"
              + "(?:(?:your|the|my|a|this|that|final|correct|numerical?|numeric|simplified|short|short form|exact)[\\\\\\s_]{1,3}){0,3}"
              + "(?:answers?|results?|value|number|solution|expression|letter|option)"
              + "(?:\\s(?:here|goes here|alone|only|itself|is|as asked))?"
              + "|\\.{2,}|…|\\\\?(?:l|c)?dots|\\\\?square|\\?+|_+|-+|n/?a|none|null|tbd|todo|xxx+|empty|\\\\?cdot"
              + "|\\\\(?:text\\w{0,4}|mathrm|mathbf|mbox)\\s?\\{\\s*\\}|\\\\[hv]?phantom\\s?\\{[^{}]*\\}|(?-i:STEP[-_ ]?(?:-?\\d{1,4}|k)))"
              + "[\\s\\]>)}$*_\"'.,:;]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:not|obtained|found|given|computed|calculated|derived|correct|incorrect|wrong|right"
              + "|consistent|that|to|in|unknown|unclear|as follows|below|above|here|shown|stated"
              + "|presented|provided|boxed|simply the|indeed correct|reasonable|valid|invalid|verified"
              + "|confirmed|based|what|how|whether|because|since|as|if|when|where|of the form|alone"
              + "|obvious|clear|evident|trivial|straightforward|immediate|easy to see|ready|coming|next|expressed|rounded|written|placed|supposed|still|also|always the|only|just the|left (?:as|to|for)|omitted|an exercise|the same|an? (?:specific|certain|single|positive|real)? ?(?:number|integer|value|function|multiple))\\b(?s:.*)",
          Pattern.CASE_INSENSITIVE);

  /** What is read as a box or a field, or is none. */
  private static final Pattern MARKUP =
      Pattern.compile("\\\\f?(?:box|boxed|framebox)\\b|answer\\\\?\"\\s?:|</?answer>");

  private static final int LONGEST_BLANK = 80;
  private static final int LONGEST = 400;

  private NoAnswer() {}

  /** Whether somebody was to put an answer there. */
  static boolean isBlank(String content) {
    return content.length() <= LONGEST_BLANK && BLANK.matcher(content).matches();
  }

  /** Whether it goes on about the answer where the answer should be. */
  static boolean isAbout(String content) {
    return content.length() <= LONGEST && ABOUT.matcher(content).matches();
  }

  /** Whether other readers know better what it is. */
  static boolean isMarkup(String content) {
    return MARKUP.matcher(content).find();
  }
}
