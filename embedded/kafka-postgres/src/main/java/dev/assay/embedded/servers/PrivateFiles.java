// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that nobody but their owner reads, writes or enters. */
public final class PrivateFiles {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** What a file has to be made with. */
  public static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final FileAttribute<?> OWN_FOLDER = PosixFilePermissions.asFileAttribute(OWNERS);

  private PrivateFiles() {}

  /**
   * Makes the folder if it is new, and closes it to others if it is not.
   *
   * @throws IOException if it belongs to another user, who could change everything in it
   */
  public static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder, OWN_FOLDER);
    Path real = folder.toRealPath();
    if (owner(real) != ProcessUser.id()) {
      throw new IOException(
          folder
              + " belongs to another user, who could change what is in it (expected: a folder of the"
              + " user that Assay runs as)");
    }
    narrow(real);
    return real;
  }

  /** Writes the file anew; readers see the old text or the new one, never half of one. */
  public static void write(Path file, CharSequence text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OWN_FILE);
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Closes everything in the folder to others; links are left alone, and so is their aim. */
  public static void close(Path folder) {
    try {
      Files.walkFileTree(folder, new Closing());
    } catch (IOException e) {
      throw new UncheckedIOException("could not close " + folder + " to other users", e);
    }
  }

  /** Whether a file, or a link itself, belongs to the user of this process. */
  public static boolean isOwn(Path file) throws IOException {
    return owner(file) == ProcessUser.id();
  }

  /** Whether it is ours and nobody else may enter it. */
  static boolean isPrivate(Path folder) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && owner(folder) == ProcessUser.id()
        && OWNERS.containsAll(Files.getPosixFilePermissions(folder));
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static void narrow(Path path) throws IOException {
    Set<PosixFilePermission> now = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    if (now.retainAll(OWNERS)) {
      Files.setPosixFilePermissions(path, now);
    }
  }

  /** Narrows files before the folders above them are left; what vanishes meanwhile is no matter. */
  private static final class Closing extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      narrow(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) {
        try {
          narrow(file);
        } catch (NoSuchFileException e) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
