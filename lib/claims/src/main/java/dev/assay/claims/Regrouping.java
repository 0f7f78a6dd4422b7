// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.ArrayList;
import java.util.List;

/** Regroups an expression in the ways in which people write carelessly. */
final class Regrouping {

  private Regrouping() {}

  static int depthChange(String piece) {
    return switch (piece) {
      case "(", "sqrt(" -> 1;
      case ")", "%)" -> -1;
      default -> 0;
    };
  }

  /** As a pocket calculator takes it: {@code 2 + 3 * 4} is {@code (2 + 3) * 4}. */
  static List<String> leftToRight(List<String> pieces) {
    List<String> grouped = new ArrayList<>();
    int operators = 0;
    int depth = 0;
    boolean afterOperand = false;
    for (String piece : pieces) {
      if (depth == 0 && afterOperand && isOperator(piece) && !piece.equals("^")) {
        grouped.add(")");
        operators++;
        afterOperand = false;
      } else {
        afterOperand = !isOperator(piece);
      }
      grouped.add(piece);
      depth += depthChange(piece);
    }
    for (int i = 0; i < operators; i++) {
      grouped.addFirst("(");
    }
    return grouped;
  }

  /** As one line of a fraction: {@code 12 / 2 * 3} is {@code 12 / (2 * 3)}. */
  static List<String> slashesLast(List<String> pieces) {
    List<String> grouped = new ArrayList<>();
    int depth = 0;
    int open = 0;
    for (String piece : pieces) {
      boolean ends = depth == 0 && open > 0 && (piece.equals("+") || piece.equals("-"));
      if (ends && !isOperator(grouped.getLast())) {
        grouped.add(")".repeat(open));
        open = 0;
      }
      grouped.add(piece);
      if (depth == 0 && piece.equals("/")) {
        grouped.add("(");
        open++;
      }
      depth += depthChange(piece);
    }
    grouped.add(")".repeat(open));
    return grouped;
  }

  /** With a hyphen for the space of a mixed number: {@code 3-1/2} is {@code 3 1/2}. */
  static List<String> mixed(List<String> pieces) {
    List<String> grouped = new ArrayList<>(pieces);
    for (int i = 0; i + 4 < grouped.size(); i++) {
      boolean shape = grouped.get(i + 1).equals("-") && grouped.get(i + 3).equals("/");
      if (shape && isWhole(grouped.get(i)) && isWhole(grouped.get(i + 2))) {
        grouped.set(i, "(" + grouped.get(i));
        grouped.set(i + 1, "+");
        grouped.set(i + 4, grouped.get(i + 4) + ")");
      }
    }
    return grouped;
  }

  private static boolean isWhole(String piece) {
    return piece.chars().allMatch(Character::isDigit);
  }

  static boolean isOperator(String piece) {
    return piece.length() == 1 && "+-*/^".contains(piece);
  }
}
