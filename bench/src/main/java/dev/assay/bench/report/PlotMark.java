// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The marks that charts are made of: which column of the data each shows as what. */
enum PlotMark {
  BAND(
      "ribbon",
      Map.of("x", "x", "y", "y", "ymin", "low", "ymax", "high", "fill", "curve"),
      Map.of("alpha", 0.15, "size", 0, "show_legend", false)),
  BAR(
      "linerange",
      Map.of("x", "x", "y", "y", "ymin", "low", "ymax", "high", "color", "curve"),
      Map.of("size", 1.0, "show_legend", false)),
  THIN_LINE(
      "path",
      Map.of("x", "x", "y", "y", "color", "curve", "linetype", "curve"),
      Map.of("size", 0.9)),
  LINE(
      "path",
      Map.of("x", "x", "y", "y", "color", "curve", "linetype", "curve"),
      Map.of("size", 1.3)),
  DOT("point", Map.of("x", "x", "y", "y", "color", "curve", "size", "curve"), Map.of());

  private final String geometry;
  private final Map<String, Object> mapping;
  private final Map<String, Object> look;

  PlotMark(String geometry, Map<String, Object> mapping, Map<String, Object> look) {
    this.geometry = geometry;
    this.mapping = mapping;
    this.look = look;
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
