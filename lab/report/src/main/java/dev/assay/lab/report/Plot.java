// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** Draws a chart as SVG, with a library that needs neither a display nor fonts. */
public final class Plot {

  /** Letters keep their size, so that a picture this narrow is read on a telephone. */
  static final int NARROW = 380;

  private static final int HEIGHT = 400;
  private static final int LINE_HEIGHT = 24;

  private static final Pattern ROOT = Pattern.compile("<svg[^>]*>");
  private static final Pattern IDS = Pattern.compile("(?m)(id=\"|url\\(#|^#)([A-Za-z0-9]{7})\\b");

  private Plot() {}

  /**
   * A picture that stands alone or within a page, {@value PlotPoints#WIDTH} units wide.
   *
   * @param name begins the ids within the picture, which must differ between those of one page
   */
  public static String svg(Chart chart, String name) {
    return svg(chart, name, PlotPoints.WIDTH);
  }

  /**
   * A picture of another width.
   *
   * @param width in units, of which a letter takes about eight
   */
  static String svg(Chart chart, String name, int width) {
    PlotSpec spec = new PlotSpec(chart, width);
    int height = HEIGHT + LINE_HEIGHT * spec.extraLines();
    String svg =
        PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
            spec.toMap(), new DoubleVector(width, height), (_, _, _) -> "", false);
    return steadyIds(
        ROOT.matcher(svg).replaceFirst(Matcher.quoteReplacement(root(width, height))), name);
  }

  /** Without a fixed size the picture scales with its surroundings. */
  private static String root(int width, int height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plt-container\" role=\"img\""
        + " viewBox=\"0 0 %d %d\">".formatted(width, height);
  }

  /** The library's ids are random; with ours, the same findings are the same bytes. */
  private static String steadyIds(String svg, String name) {
    Map<String, String> ids = new HashMap<>();
    return IDS.matcher(svg)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + ids.computeIfAbsent(found.group(2), _ -> name + "-" + ids.size())));
  }

  /** Whether there is a point to draw. */
  public static boolean isEmpty(Chart chart) {
    return chart.series().stream().allMatch(each -> PlotPoints.drawable(chart, each).isEmpty());
  }
}
