// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.weights;

import dev.assay.model.Model;
import dev.assay.model.tensorflow.TensorFlowModel;
import dev.assay.model.tensorflow.TensorFlowModels;
import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models that clients may name: one for each folder of weights, under that folder's name. */
public final class ServedModels implements AutoCloseable {

  /** Each holds weights and a batch of its own in memory. */
  private static final int MOST = 16;

  private static final String WANTED =
      "a folder with one of config.json, tokenizer.json and model.safetensors for each model, such"
          + " as embedded/model/weights; ASSAY_MODELS names it";

  private final TreeMap<String, Model> models;

  public ServedModels(Map<String, ? extends Model> models) {
    this.models = new TreeMap<>(models);
  }

  /**
   * Opens all that a folder holds.
   *
   * @throws IllegalArgumentException if that is nothing, too much, or unusable
   */
  public static ServedModels open(Path folder) {
    ServedModels opened = new ServedModels(Map.of());
    try {
      for (Path each : checkpoints(folder)) {
        String name = each.getFileName().toString();
        opened.models.put(name, TensorFlowModels.open(each, name));
      }
      return opened;
    } catch (ModelLoadException e) {
      opened.close();
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /** Without what volumes keep beside weights: hidden folders, and folders of lost files. */
  private static List<Path> checkpoints(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw unusable(folder, "no such folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries
              .filter(each -> !each.getFileName().toString().startsWith("."))
              .filter(each -> Files.exists(each.resolve("config.json")))
              .limit(MOST + 1L)
              .sorted()
              .toList();
      if (found.isEmpty() || found.size() > MOST) {
        throw unusable(
            folder, found.isEmpty() ? "no weights in it" : "more than " + MOST + " models");
      }
      return found;
    } catch (IOException e) {
      throw unusable(folder, "cannot be read: " + e);
    }
  }

  private static IllegalArgumentException unusable(Path folder, String wrong) {
    return new IllegalArgumentException(
        "assay.server.models: " + folder + ": " + wrong + " (expected: " + WANTED + ")");
  }

  public Optional<Model> find(String name) {
    return Optional.ofNullable(models.get(name));
  }

  public SequencedSet<String> names() {
    return models.navigableKeySet();
  }

  @Override
  public void close() {
    models.values().forEach(ServedModels::close);
  }

  private static void close(Model model) {
    if (model instanceof TensorFlowModel opened) {
      opened.close();
    }
  }
}
