// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.text.Normalizer;

/** The digits of all scripts as those of ASCII, in an answer: ٤٢ and ４２ are 42. */
final class Digits {

  private Digits() {}

  static String ascii(String answer) {
    if (answer.chars().allMatch(c -> c < 0x0660)) {
      return answer;
    }
    StringBuilder ascii = new StringBuilder(answer.length());
    for (int i = 0; i < answer.length(); i++) {
      ascii.append(ascii(answer.charAt(i)));
    }
    return ascii.toString();
  }

  private static char ascii(char c) {
    return switch (c) {
      case '٫' -> '.';
      case '٬', '،' -> ',';
      case '٪' -> '%';
      default -> {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
          yield (char) ('0' + digit);
        }
        boolean wide = c >= 0xFF01 && c <= 0xFF5E;
        yield wide ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0) : c;
      }
    };
  }
}
