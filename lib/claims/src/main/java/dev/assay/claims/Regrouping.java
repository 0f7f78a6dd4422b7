// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Regroups an expression in the ways in which people write carelessly. */
final class Regrouping {

  private Regrouping() {}

  static int depthChange(String piece) {
    return switch (piece) {
      case ")", "%)", "}" -> -1;
      default -> piece.endsWith("(") || (piece.endsWith("{") && !piece.startsWith("}")) ? 1 : 0;
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
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    for (String piece : pieces) {
      boolean sum = piece.equals("+") || piece.equals("-");
      boolean ends = sum && !grouped.isEmpty() && !isOperator(grouped.getLast());
      if (ends || depthChange(piece) < 0) {
        grouped.addAll(Collections.nCopies(open.pop(), ")"));
        open.push(0);
      }
      grouped.add(piece);
      nest(piece, open, grouped);
    }
    open.forEach(count -> grouped.addAll(Collections.nCopies(count, ")")));
    return grouped;
  }

  private static void nest(String piece, Deque<Integer> open, List<String> grouped) {
    if (depthChange(piece) > 0) {
      open.push(0);
    } else if (depthChange(piece) < 0 && open.size() > 1) {
      open.pop();
    } else if (piece.equals("/")) {
      grouped.add("(");
      open.push(open.pop() + 1);
    }
  }

  /** With fractions over fractions: {@code 1/12 / 1/36} is {@code (1/12) / (1/36)}. */
  static List<String> fractionOverFraction(List<String> pieces) {
    List<String> grouped = new ArrayList<>(pieces);
    for (int i = 0; i + 6 < grouped.size(); i++) {
      List<String> seven = grouped.subList(i, i + 7);
      boolean shape = IntStream.of(1, 3, 5).allMatch(at -> seven.get(at).equals("/"));
      if (shape && IntStream.of(0, 2, 4, 6).allMatch(at -> isWhole(seven.get(at)))) {
        seven.set(0, "(" + seven.get(0));
        seven.set(2, seven.get(2) + ")");
        seven.set(4, "(" + seven.get(4));
        seven.set(6, seven.get(6) + ")");
      }
    }
    return grouped;
  }

  /** With a sign that binds before a power: {@code -2^2} is {@code (-2)^2}. */
  static List<String> signFirst(List<String> pieces) {
    List<String> grouped = new ArrayList<>(pieces);
    for (int i = 0; i + 2 < pieces.size(); i++) {
      boolean first = i == 0 || depthChange(pieces.get(i - 1)) > 0;
      if (first && pieces.get(i).equals("-") && pieces.get(i + 2).equals("^")) {
        grouped.set(i, "(-");
        grouped.set(i + 1, pieces.get(i + 1) + ")");
      }
    }
    return grouped;
  }

  /** With a percentage of what stands before it: {@code 80 - 25%} is {@code 80 * (1 - 25%)}. */
  static List<String> percentOff(List<String> pieces) {
    int sign = pieces.size() - 4;
    boolean shape = sign > 0 && pieces.getLast().equals("%)") && "+-".contains(pieces.get(sign));
    if (!shape) {
      return pieces;
    }
    List<String> grouped = new ArrayList<>(List.of("("));
    grouped.addAll(pieces.subList(0, sign));
    grouped.addAll(List.of(")", "*", "(", "1"));
    grouped.addAll(pieces.subList(sign, pieces.size()));
    grouped.add(")");
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

  /** With a factor before a fraction: {@code 2\\frac{1}{2}} is a half, twice. */
  static List<String> factorBeforeFraction(List<String> pieces) {
    List<String> grouped = new ArrayList<>(pieces);
    for (int i = 0; i + 6 < grouped.size(); i++) {
      boolean shape =
          grouped.get(i).equals("(")
              && grouped.get(i + 2).equals("+")
              && grouped.get(i + 4).equals("/")
              && grouped.get(i + 6).equals(")");
      if (shape && IntStream.of(1, 3, 5).allMatch(at -> isWhole(pieces.get(at)))) {
        grouped.set(i + 2, "*");
      }
    }
    return grouped;
  }

  /** With points that set thousands apart: {@code 1.000 + 500} is 1500. */
  static List<String> pointsAsCommas(List<String> pieces) {
    return pieces.stream()
        .map(piece -> piece.matches("[1-9]\\d{0,2}\\.\\d{3}") ? piece.replace(".", "") : piece)
        .toList();
  }

  private static boolean isWhole(String piece) {
    return piece.chars().allMatch(Character::isDigit);
  }

  static boolean isOperator(String piece) {
    return piece.length() == 1 && "+-*/^".contains(piece);
  }
}
