// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

/**
 * What the model says, by who asks. It is wrong now and then as the seed has it, and knows what is
 * wrong when it looks. No two replies are alike: copies would count as one.
 */
final class Replies {

  private static final String WRONG = "\\boxed{5}";

  /** Of so many drafts one is wrong. */
  private static final int WRONG_OF = 3;

  private Replies() {}

  static String of(Call call, String prompt) {
    String draw = "In draw " + call.serial() + ": ";
    boolean wrong = prompt.contains(WRONG);
    return switch (call.role()) {
      case "critic" ->
          wrong
              ? "\\box{STEP1}\nWhy: " + draw + "no\nSuggestion: The answer is \\boxed{4}."
              : "\\box{STEP-1}\nWhy: " + draw + "it is so\nSuggestion: none";
      case "verifier" ->
          wrong
              ? "\\box{STEP1}\nWhy: " + draw + "it is not so"
              : "\\box{STEP-1}\nWhy: " + draw + "it is so";
      case "refine" -> solution(draw, "4");
      default -> solution(draw, call.seed() % WRONG_OF == 0 ? "5" : "4");
    };
  }

  static String garbage(Call call) {
    return "%%% " + call.serial() + " <unk><unk>";
  }

  private static String solution(String draw, String answer) {
    return draw + "let us see what is asked.\n\nThe answer is \\boxed{" + answer + "}.";
  }
}
