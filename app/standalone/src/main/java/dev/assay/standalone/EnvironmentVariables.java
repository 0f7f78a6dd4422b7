// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.model.ServerCalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that say something of models, as people set them. */
record EnvironmentVariables(Map<String, String> all) {

  static final String URL = "ASSAY_MODEL_URL";
  static final String NAME = "ASSAY_MODEL_NAME";
  static final String KEY = "ASSAY_MODEL_API_KEY";
  static final String MODELS = "ASSAY_MODELS";
  static final String PROTOCOL = "ASSAY_PROTOCOL";

  /** What {@link #PROTOCOL} was called before. */
  static final String STYLE = "ASSAY_STYLE";

  static final String TOKENS = "ASSAY_MAX_TOKENS";

  /** In the reach of every protocol that takes plain words. */
  static final String ANY_QUESTION = "How many legs have two cats and a bird?";

  static final String CALLS = "ASSAY_MODEL_CALLS_";

  /** Those of how servers are called, one for each part of {@link ServerCalls}. */
  static List<String> calls() {
    return ServerCalls.settings().stream()
        .map(each -> CALLS + each.replace('-', '_').toUpperCase(Locale.ROOT))
        .toList();
  }

  /** A variable's value; a blank one is none. */
  @Nullable String set(String name) {
    String value = all.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** Beside the program, wherever it is started from, unless the environment knows better. */
  Path folder() {
    String named = set(MODELS);
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("assay.home", "")).resolve("embedded/model/weights");
  }

  /** Whether a setting of the roles themselves takes the place of all that is said of servers. */
  boolean overridden() {
    return set("ASSAY_ROLE_MODEL_URL") != null;
  }
}
