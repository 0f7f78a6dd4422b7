// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mark that charts are made of.
 *
 * @param geometry its name in the plotting library
 * @param mapping which column of the data it shows as what
 * @param look what is the same for all points
 */
record PlotMark(String geometry, Map<String, Object> mapping, Map<String, Object> look) {

  private static final Map<String, Object> BETWEEN_BOUNDS =
      Map.of("x", "x", "y", "y", "ymin", "low", "ymax", "high", "fill", "curve", "color", "curve");
  private static final Map<String, Object> ALONG_POINTS =
      Map.of("x", "x", "y", "y", "color", "curve", "linetype", "curve");

  /** Where bands overlap, their edges tell whose is whose. */
  private static final Map<String, Object> BOUNDS_WITH_EDGES = withStrokes();

  static final PlotMark BAND =
      new PlotMark(
          "ribbon", BOUNDS_WITH_EDGES, Map.of("alpha", 0.1, "size", 0.5, "show_legend", false));
  static final PlotMark BAR =
      new PlotMark("linerange", BETWEEN_BOUNDS, Map.of("size", 1.0, "show_legend", false));
  static final PlotMark THIN_LINE = new PlotMark("path", ALONG_POINTS, Map.of("size", 0.9));
  static final PlotMark LINE = new PlotMark("path", ALONG_POINTS, Map.of("size", 1.3));
  static final PlotMark DOT =
      new PlotMark(
          "point",
          Map.of("x", "x", "y", "y", "color", "curve", "size", "curve", "shape", "curve"),
          Map.of());

  private static Map<String, Object> withStrokes() {
    Map<String, Object> mapping = new LinkedHashMap<>(BETWEEN_BOUNDS);
    mapping.put("linetype", "curve");
    return mapping;
  }

  /** A layer of the plot; none where there is nothing to mark. */
  Optional<Map<String, Object>> layer(PlotRows rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> layer = new LinkedHashMap<>(look);
    layer.put("geom", geometry);
    layer.put("data", rows.data());
    layer.put("mapping", mapping);
    layer.put("sampling", "none");
    return Optional.of(layer);
  }
}
