// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import java.util.List;

/**
 * Something that nobody should work on.
 *
 * @param detail what the refusal has to say at least
 */
record BadRequest(String contentType, String body, int status, String detail) {

  /** Every kind of it. */
  static List<BadRequest> all() {
    String megabyte = "x".repeat(1 << 20);
    return List.of(
        json("", 400, "body: missing (expected: a JSON object)"),
        json("{}", 400, "question: missing"),
        json(asking(""), 400, "question: blank"),
        json(asking(" \\n\\t "), 400, "question: blank"),
        json(asking(megabyte), 413, "body: larger than"),
        json("what is 2 + 2?", 400, "not JSON at line 1"),
        json("[]", 400, "expected: an object"),
        json("{\"question\": \"" + Questions.EASY + "\", \"hurry\": true}", 400, "hurry: unknown"),
        json(policy("\"attempt\": 3"), 400, "policy.attempt: unknown field (known: "),
        json(policy("\"attempts\": 0"), 400, "policy.attempts: 0 (expected: 1 to 64)"),
        json(policy("\"attempts\": 1000000"), 400, "policy.attempts: 1000000 (expected: 1 to 64)"),
        json(policy("\"deadline\": -5"), 400, "policy.deadline: PT-5S (expected: PT1S to PT1H)"),
        json(policy("\"deadline\": \"-PT5S\""), 400, "(expected: PT1S to PT1H)"),
        json(asking("1 + \\u0000 1"), 400, "control character U+0000 at index 4"),
        json(asking("1 + \\u001b 1"), 400, "control character U+001B at index 4"),
        json(asking("Who wrote Faust?"), 422, "docs/models.md"),
        new BadRequest("text/plain", asking(Questions.EASY), 415, "text/plain"),
        new BadRequest(
            "application/x-www-form-urlencoded", "question=1", 415, "x-www-form-urlencoded"));
  }

  private static BadRequest json(String body, int status, String detail) {
    return new BadRequest("application/json", body, status, detail);
  }

  private static String asking(String question) {
    return "{\"question\": \"" + question + "\"}";
  }

  private static String policy(String field) {
    return "{\"question\": \"" + Questions.EASY + "\", \"policy\": {" + field + "}}";
  }
}
