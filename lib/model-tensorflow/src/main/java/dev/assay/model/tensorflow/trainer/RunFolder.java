// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a training run: {@code state-<step>.safetensors}, the newest two of them, each
 * there whole or not at all. Whatever stops the process, the run goes on from the newest.
 */
public final class RunFolder implements AutoCloseable {

  private static final int KEPT = 2;

  private final Path path;
  private final Map<String, String> recipe;
  private final FolderLock lock;

  private RunFolder(Path path, Map<String, String> recipe, FolderLock lock) {
    this.path = path;
    this.recipe = Map.copyOf(recipe);
    this.lock = lock;
  }

  /**
   * Takes a folder, made if it is new.
   *
   * @param recipe everything that decides what a step does, the seed included, by name
   * @throws RunFolderException if another run has the folder, or if it is full of something else
   * @throws UncheckedIOException if the folder cannot be written to
   */
  public static RunFolder take(Path path, Map<String, String> recipe) {
    if (recipe.containsKey(StateFile.STEP)) {
      throw new IllegalArgumentException("recipe: step (expected: what is the same at each step)");
    }
    requireUsable(path);
    try {
      Files.createDirectories(path);
      return new RunFolder(path, recipe, FolderLock.take(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be written to: " + e, e);
    }
  }

  /**
   * Says no to a folder early, before any work is done.
   *
   * @throws RunFolderException if it has files, and none of a run
   */
  public static void requireUsable(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new RunFolderException(path + ": is a file (expected: a folder)");
    }
    List<Path> files = files(path);
    if (!files.isEmpty() && files.stream().noneMatch(RunFolder::isOfRun)) {
      throw new RunFolderException(
          path + ": has files, but no run (expected: an empty folder, or a run to go on with)");
    }
  }

  private static boolean isOfRun(Path file) {
    return file.endsWith(FolderLock.FILE) || StateFile.of(file).isPresent();
  }

  /**
   * The newest state that can be read; empty before a run's first.
   *
   * @param sink hears of the states that cannot be read
   * @throws RunFolderException if the state was made by another recipe
   */
  public Optional<TrainerState> newest(ProgressSink sink) {
    for (StateFile file : states()) {
      try {
        return Optional.of(file.read(recipe));
      } catch (ModelLoadException | IllegalArgumentException e) {
        sink.say("warning: a state cannot be read, the one before it is used: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * Keeps a state and the one before it. It is on the disk when this returns.
   *
   * @throws IllegalArgumentException if a value is not finite; the states before are still there
   * @throws UncheckedIOException if it cannot be written; the states before are still there
   */
  public void save(TrainerState state) {
    StateFile.write(path, state, recipe);
    try {
      int kept = 0;
      for (StateFile file : states()) {
        // One of a later step cannot be read: this run went on from before it.
        if (file.step() <= state.step() && kept < KEPT) {
          kept++;
        } else {
          Files.delete(file.path());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": an old state cannot be deleted: " + e, e);
    }
  }

  /** The newest first. */
  private List<StateFile> states() {
    return files(path).stream()
        .flatMap(file -> StateFile.of(file).stream())
        .sorted(Comparator.comparingLong(StateFile::step).reversed())
        .toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read: " + e, e);
    }
  }

  /** A place in the folder, such as that of the loss log. */
  public Path resolve(String file) {
    return path.resolve(file);
  }

  @Override
  public void close() {
    lock.close();
  }
}
