// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/** What the ids that count something have in common. */
final class IdSyntax {

  private IdSyntax() {}

  static void requireNatural(int number, String what) {
    if (number < 0) {
      throw new IllegalArgumentException(what + ": " + number + " (expected: >= 0)");
    }
  }

  static int lastSlash(String id) {
    int slash = id.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("id: " + id + " (expected: numbers after a UUID, by /)");
    }
    return slash;
  }

  static int number(String id, int slash) {
    String digits = id.substring(slash + 1);
    // parseInt alone would also take "+1" and "01", two more spellings of one id.
    if (!digits.matches("0|[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("id: " + id + " (expected: a number after the last /)");
    }
    return Integer.parseInt(digits);
  }
}
