// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.rows.RowFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judgements on disk: their settings in the first line, then a judgement a line, each written as it
 * is made.
 */
final class JudgementFile {

  private static final String WHOLE = "a file of judgements";

  private final RowFile rows;
  private final Map<Judgement.Key, Judgement> judgements = new HashMap<>();

  private JudgementFile(RowFile rows) {
    this.rows = rows;
  }

  /**
   * Opens a file to go on with it, or begins it.
   *
   * @throws BadDataException if its judgements are of another configuration, or it holds something
   *     else
   */
  static JudgementFile open(Path path, JudgingSettings settings) {
    JudgementFile file = new JudgementFile(new RowFile(path));
    List<String> lines = file.rows.wholeLines();
    if (lines.isEmpty()) {
      file.rows.append(settings);
    } else {
      requireSame(path, settings, file.rows.parse(lines, 0, JudgingSettings.class, WHOLE));
      for (int i = 1; i < lines.size(); i++) {
        Judgement judgement = file.rows.parse(lines, i, Judgement.class, WHOLE);
        file.judgements.putIfAbsent(judgement.key(), judgement);
      }
    }
    return file;
  }

  private static void requireSame(Path path, JudgingSettings wanted, JudgingSettings found) {
    List<String> differences = wanted.differences(found);
    if (!differences.isEmpty()) {
      throw new BadDataException(
          "%s was judged with %s; choose another --out, or delete it"
              .formatted(path, String.join(", ", differences)));
    }
  }

  synchronized Optional<Judgement> find(Judgement.Key key) {
    return Optional.ofNullable(judgements.get(key));
  }

  synchronized void add(Judgement judgement) {
    rows.append(judgement);
    judgements.put(judgement.key(), judgement);
  }
}
