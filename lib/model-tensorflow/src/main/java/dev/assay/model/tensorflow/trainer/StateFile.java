// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.checkpoint.ElementType;
import dev.assay.model.tensorflow.checkpoint.Matrix;
import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import dev.assay.model.tensorflow.checkpoint.Safetensors;
import dev.assay.model.tensorflow.checkpoint.SafetensorsWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state on disk: three vectors, and in the header the recipe that they are good for.
 *
 * @param step read from the name
 */
record StateFile(Path path, long step) {

  /** The header's one entry that is no part of the recipe. */
  static final String STEP = "step";

  private static final Pattern NAME = Pattern.compile("state-(\\d{1,18})\\.safetensors");
  private static final String PARAMETERS = "parameters";
  private static final String FIRST_MOMENTS = "first_moments";
  private static final String SECOND_MOMENTS = "second_moments";

  /** Empty if the file has another name. */
  static Optional<StateFile> of(Path path) {
    Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
    return name.matches()
        ? Optional.of(new StateFile(path, Long.parseLong(name.group(1))))
        : Optional.empty();
  }

  static void write(Path folder, TrainerState state, Map<String, String> recipe) {
    Map<String, String> metadata = new HashMap<>(recipe);
    metadata.put(STEP, Long.toString(state.step()));
    SafetensorsWriter.write(
        folder.resolve("state-" + state.step() + ".safetensors"),
        Map.of(
            PARAMETERS, Matrix.vector(state.parameters()),
            FIRST_MOMENTS, Matrix.vector(state.firstMoments()),
            SECOND_MOMENTS, Matrix.vector(state.secondMoments())),
        ElementType.F32,
        metadata);
  }

  /**
   * @throws ModelLoadException if the file is not whole
   * @throws RunFolderException if it was made by another recipe
   */
  TrainerState read(Map<String, String> recipe) {
    try (Safetensors file = Safetensors.open(path)) {
      requireRecipe(file.metadata(), recipe);
      return new TrainerState(
          step, file.floats(PARAMETERS), file.floats(FIRST_MOMENTS), file.floats(SECOND_MOMENTS));
    }
  }

  private void requireRecipe(Map<String, String> metadata, Map<String, String> recipe) {
    Set<String> names = new TreeSet<>(metadata.keySet());
    names.addAll(recipe.keySet());
    names.remove(STEP);
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(metadata.get(name), recipe.get(name))) {
        differences.add(
            "%s %s (asked for: %s)"
                .formatted(
                    name,
                    metadata.getOrDefault(name, "not set"),
                    recipe.getOrDefault(name, "not set")));
      }
    }
    if (!differences.isEmpty()) {
      throw new RunFolderException(
          "%s: its run was begun with %s; ask for the same to go on, or choose another folder"
              .formatted(path, String.join(", ", differences)));
    }
  }
}
