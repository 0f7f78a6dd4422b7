// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.util.HexFormat;

/** Writes texts in the notation of grammars that llama.cpp reads. */
final class Gbnf {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Gbnf() {}

  /** What stands for a text and nothing else. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(each -> add(literal, each));
    return literal.append('"').toString();
  }

  private static void add(StringBuilder literal, int codePoint) {
    switch (codePoint) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (Character.isISOControl(codePoint)) {
          literal.append("\\x").append(HEX.toHexDigits((byte) codePoint));
        } else {
          literal.appendCodePoint(codePoint);
        }
      }
    }
  }
}
