// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Model;
import dev.assay.model.ModelProvider;
import dev.assay.model.ModelSource;
import java.nio.file.Path;

/** Checkpoints in folders, run in this process. */
public final class TensorFlowProvider implements ModelProvider {

  @Override
  public String name() {
    return "tensorflow";
  }

  @Override
  public boolean fits(ModelSource source) {
    return source.folder() != null && source.url() == null;
  }

  @Override
  public Model open(ModelSource source) {
    Path folder = source.folder();
    if (folder == null) {
      throw new IllegalArgumentException(
          "assay.role.model.folder: missing (expected: the folder of a checkpoint)");
    }
    return TensorFlowModels.open(
        folder, folder.toAbsolutePath().normalize().getFileName().toString());
  }
}
