// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.labelled;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Finds the sets that somebody named a file or a folder of, and draws samples of them. */
public final class LabelledSets {

  /** The folders of published sets that are looked into. */
  private static final List<String> PUBLISHED = List.of("processbench", "big_bench_mistake");

  private LabelledSets() {}

  /**
   * The solutions of each subset.
   *
   * @param data a file, or a folder of files, in which the published sets may have theirs
   * @param only names of subsets, or of all in a folder; empty for every one
   * @throws BadDataException if there is none, or one of them is something else
   */
  public static List<List<LabelledSolution>> in(Path data, List<String> only) {
    List<LabelledFile> files = Files.isRegularFile(data) ? file(data) : files(data);
    List<String> names = files.stream().map(LabelledFile::subset).toList();
    if (files.isEmpty()) {
      throw new BadDataException(
          "no labelled solutions in %s (expected: %s, or files of lines of %s)"
              .formatted(data, String.join(" or ", PUBLISHED), LabelledRow.EXPECTED));
    }
    for (String name : only) {
      if (names.stream().noneMatch(each -> isMeant(name, each))) {
        throw new BadDataException(
            "--only: %s (expected: %s)".formatted(name, String.join(", ", names)));
      }
    }
    return files.stream()
        .filter(
            each -> only.isEmpty() || only.stream().anyMatch(name -> isMeant(name, each.subset())))
        .map(LabelledFile::read)
        .toList();
  }

  private static boolean isMeant(String name, String subset) {
    return subset.equals(name) || subset.startsWith(name + "/") || subset.endsWith("/" + name);
  }

  /**
   * So many solutions of each subset, drawn by the seed; all of those that have fewer. A larger
   * sample begins with the smaller one, so that what was paid for is of use to it.
   */
  public static List<LabelledSolution> sample(
      List<List<LabelledSolution>> subsets, int most, long seed) {
    List<LabelledSolution> sample = new ArrayList<>();
    for (List<LabelledSolution> subset : subsets) {
      List<LabelledSolution> drawn = new ArrayList<>(subset);
      if (most < drawn.size()) {
        Collections.shuffle(drawn, new Random(seed));
      }
      drawn.stream().limit(most).forEach(sample::add);
    }
    return sample;
  }

  private static List<LabelledFile> file(Path file) {
    DatasetFolder folder = new DatasetFolder(file.resolveSibling(""));
    return List.of(new LabelledFile(folder, String.valueOf(file.getFileName())));
  }

  private static List<LabelledFile> files(Path data) {
    DatasetFolder folder = DatasetFolder.at(data);
    return Stream.concat(Stream.of(""), PUBLISHED.stream())
        .map(data::resolve)
        .filter(Files::isDirectory)
        .flatMap(each -> namesIn(each).stream())
        .map(each -> new LabelledFile(folder, data.relativize(each).toString()))
        .toList();
  }

  private static List<Path> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(each -> each.getFileName().toString().matches(LabelledFile.NAMES))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }
}
