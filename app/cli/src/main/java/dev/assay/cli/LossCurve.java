// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Plot;
import dev.assay.model.tensorflow.trainer.LossLog;
import dev.assay.model.tensorflow.trainer.LossReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The losses of runs beside each other, as a picture. */
public final class LossCurve {

  /** As many points as a picture can show; of more, neighbours are averaged. */
  private static final int MOST_POINTS = 200;

  private LossCurve() {}

  /**
   * Draws the log of each folder in {@code runs} as a curve of the folder's name, over steps, with
   * a logarithmic loss.
   *
   * @param picture an SVG file
   * @throws IOException if a log cannot be read, or the picture cannot be written
   */
  public static void draw(Path runs, Path picture) throws IOException {
    List<Series> curves = new ArrayList<>();
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path folder : folders.sorted().toList()) {
        List<LossReport> reports = LossLog.read(folder.resolve(LossLog.FILE));
        if (!reports.isEmpty()) {
          curves.add(new Series(String.valueOf(folder.getFileName()), Kind.LINE, points(reports)));
        }
      }
    }
    Chart chart = new Chart("", "step", "loss, nats per token", false, true, curves);
    Files.writeString(picture, Plot.svg(chart, "loss"));
  }

  private static List<Point> points(List<LossReport> reports) {
    int width = Math.ceilDiv(reports.size(), MOST_POINTS);
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < reports.size(); from += width) {
      List<LossReport> near = reports.subList(from, Math.min(from + width, reports.size()));
      double mean = near.stream().mapToDouble(LossReport::loss).average().orElseThrow();
      points.add(Point.of((double) near.getLast().step(), mean));
    }
    return points;
  }
}
