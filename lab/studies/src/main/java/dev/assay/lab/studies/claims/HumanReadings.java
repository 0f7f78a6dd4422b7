// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a person says of flags that a program cannot explain: one line for each, the key of the
 * claim and the judgement.
 */
final class HumanReadings {

  private static final String FILE = "gsm8k_openai_readings.tsv";

  private final Map<String, String> byKey;

  private HumanReadings(Map<String, String> byKey) {
    this.byKey = byKey;
  }

  static HumanReadings load() {
    Map<String, String> byKey = new HashMap<>();
    try (InputStream in = HumanReadings.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains("\t"))
          .forEach(line -> byKey.put(line.split("\t", 2)[0], line.split("\t", 2)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return new HumanReadings(byKey);
  }

  /** Empty if nobody looked at it. */
  String of(String key) {
    return byKey.getOrDefault(key, "");
  }
}
