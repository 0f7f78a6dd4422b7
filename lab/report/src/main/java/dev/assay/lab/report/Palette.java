// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.List;

/** Colours that people tell apart, colour-blind ones too, on paper and on a dark screen. */
final class Palette {

  static final String PAPER = "#ffffff";
  static final String INK = "#374151";
  static final String GRID = "#e5e7eb";
  static final String REFERENCE = "#6b7280";

  private static final String DARK_INK = "#c9d1dc";
  private static final int HEXADECIMAL = 16;

  private static final List<Pair> CURVES =
      List.of(
          new Pair("#0067a5", "#5db3f0"),
          new Pair("#d1480f", "#ff9460"),
          new Pair("#00875f", "#3ccf9e"),
          new Pair("#9b4f96", "#d79ad2"),
          new Pair("#b8860b", "#eac35a"),
          new Pair("#2f9fc4", "#8fdcf5"),
          new Pair("#8a5a44", "#cfa28d"),
          new Pair("#c2185b", "#ff80ab"));

  private static final List<Pair> OTHERS =
      List.of(
          new Pair(PAPER, "transparent"),
          new Pair(INK, DARK_INK),
          new Pair(GRID, "#2b3442"),
          new Pair(REFERENCE, "#9aa5b4"));

  /** A colour on paper and on a dark screen. */
  private record Pair(String light, String dark) {}

  private Palette() {}

  static String curve(int index) {
    return CURVES.get(index % CURVES.size()).light();
  }

  /** Rules of a style sheet that exchange the colours of our charts for those of a dark screen. */
  static String darkRules() {
    StringBuilder rules = new StringBuilder();
    CURVES.forEach(pair -> rules.append(rule(pair)));
    OTHERS.forEach(pair -> rules.append(rule(pair)));
    return rules
        .append(".chart svg text { fill: %s !important; }\n".formatted(DARK_INK))
        .toString();
  }

  private static String rule(Pair pair) {
    return """
    .chart [fill="%1$s"], .chart [fill="%2$s"] { fill: %3$s; }
    .chart [stroke="%1$s"], .chart [stroke="%2$s"] { stroke: %3$s; }
    """
        .formatted(pair.light(), decimal(pair.light()), pair.dark());
  }

  /** The library writes a colour in either of two ways. */
  private static String decimal(String color) {
    int rgb = Integer.parseInt(color.substring(1), HEXADECIMAL);
    return "rgb(%d,%d,%d)".formatted(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
