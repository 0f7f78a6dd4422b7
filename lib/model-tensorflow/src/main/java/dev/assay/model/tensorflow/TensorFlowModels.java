// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets everyone in a process who opens the same model folder share one engine, because weights in
 * memory once and calls in one batch are both better than several of each.
 */
public final class TensorFlowModels {

  private static final Map<Key, Shared> OPEN = new HashMap<>();

  private TensorFlowModels() {}

  private record Key(Path folder, TensorFlowOptions options) {}

  private static final class Shared {
    private final SharedEngine engine;
    private int users;

    Shared(SharedEngine engine) {
      this.engine = engine;
    }
  }

  /** {@link #open(Path, String, TensorFlowOptions)} with the default options. */
  public static TensorFlowModel open(Path folder, String name) {
    return open(folder, name, TensorFlowOptions.defaults());
  }

  /**
   * Opens a model folder, or joins those who have it open with the same options; the engine ends
   * when the last of them closes.
   *
   * @param name what the model is called in evidence and usage
   * @throws ModelLoadException if the folder holds no usable model
   */
  public static TensorFlowModel open(Path folder, String name, TensorFlowOptions options) {
    Key key = new Key(real(folder), options);
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (shared == null) {
        shared = new Shared(SharedEngine.load(key.folder(), options));
        OPEN.put(key, shared);
      }
      shared.users++;
      return new TensorFlowModel(name, shared.engine, () -> leave(key));
    }
  }

  private static void leave(Key key) {
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (shared != null && --shared.users == 0) {
        OPEN.remove(key);
        shared.engine.close();
      }
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new ModelLoadException(
          folder, "no such folder", "config.json, tokenizer.json and model.safetensors in it", e);
    }
  }
}
