// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import dev.assay.lab.overhead.ideal.CallStage;
import dev.assay.lab.overhead.ideal.PacedCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to a prompt of the general protocol: solutions that are right, critiques and
 * verdicts that find nothing. No two replies are alike, as copies would count once.
 */
final class PacedReplies {

  private static final Pattern ITEM = Pattern.compile("item-(\\d{1,9})");
  private static final Pattern WAY = Pattern.compile("way-(\\d{1,9})");

  /** How often each was asked for; the index of these is 0. */
  private final Map<PacedCall, AtomicInteger> asked = new ConcurrentHashMap<>();

  private final AtomicInteger judgements = new AtomicInteger();

  /** A reply, and which call it is to. */
  record Said(PacedCall call, String text) {}

  /** The reply to a prompt. */
  Said to(String prompt) {
    int item = number(ITEM, prompt);
    if (!prompt.contains(PacedQuestions.MARKER)) {
      int way = count(new PacedCall(item, 0, CallStage.DRAFT, 0));
      return new Said(new PacedCall(item, way, CallStage.DRAFT, 0), solution(item, way));
    }
    int way = number(WAY, prompt);
    CallStage stage =
        prompt.contains(PacedQuestions.JUDGE) ? CallStage.VERDICT : CallStage.CRITIQUE;
    int index = count(new PacedCall(item, way, stage, 0));
    return new Said(new PacedCall(item, way, stage, index), judgement());
  }

  private static String solution(int item, int way) {
    int first = PacedQuestions.first(item);
    return """
        1. %s The problem of item-%d gives two numbers and asks for their sum.

        2. The numbers are %d and %d, so the sum is %3$d + %4$d = %d.

        3. Nothing else is asked for. The final answer is \\boxed{%5$d}."""
        .formatted(
            PacedQuestions.way(way),
            item,
            first,
            PacedQuestions.ADDEND,
            first + PacedQuestions.ADDEND);
  }

  private String judgement() {
    return """
        Each step was worked afresh, and each holds; this is judgement %d.

        \\box{STEP-1}
        Why: the sum was computed once more with the same result"""
        .formatted(judgements.incrementAndGet());
  }

  private int count(PacedCall first) {
    return asked.computeIfAbsent(first, _ -> new AtomicInteger()).getAndIncrement();
  }

  private static int number(Pattern pattern, String prompt) {
    Matcher matcher = pattern.matcher(prompt);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
