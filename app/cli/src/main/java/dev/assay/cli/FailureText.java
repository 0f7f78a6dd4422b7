// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.util.Objects.requireNonNull;

import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says a failure in words: Java's own messages of files are no more than their names. */
final class FailureText {

  private FailureText() {}

  /** What the cause says that was written for people, or else the first of all causes. */
  static String of(Throwable failure) {
    Throwable cause = failure;
    while (!isForPeople(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case UncheckedIOException wrapped ->
          wrapped.getMessage() + ": " + of(requireNonNull(wrapped.getCause()));
      case IOException e -> of(e);
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }

  private static boolean isForPeople(Throwable cause) {
    boolean ours =
        cause instanceof UncheckedIOException wrapped
            && !String.valueOf(wrapped.getMessage()).equals(String.valueOf(wrapped.getCause()));
    return ours || cause instanceof ModelLoadException;
  }

  /** The file, and what is the matter with it. */
  static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case NotDirectoryException e -> e.getFile() + ": no folder";
      case FileAlreadyExistsException e -> e.getFile() + ": there is a file of this name";
      case DirectoryNotEmptyException e -> e.getFile() + ": not empty";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }
}
