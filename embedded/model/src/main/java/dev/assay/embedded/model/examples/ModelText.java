// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.embedded.grammar.UnitsFirst;
import java.util.List;

/** Lines as the embedded model writes them: {@code a9*5=54b-1+2=1#42}. */
public final class ModelText {

  private ModelText() {}

  /**
   * The lines in one text, a letter before each but the answer, numbers with their units first.
   *
   * @param lines in natural digit order
   */
  public static String spelled(List<String> lines) {
    return lettered(lines.stream().map(UnitsFirst::flipped).toList());
  }

  /** The lines as they are in one text, a letter before each but the answer. */
  public static String lettered(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      text.append(line.startsWith("#") ? "" : String.valueOf((char) ('a' + i))).append(line);
    }
    return text.toString();
  }
}
