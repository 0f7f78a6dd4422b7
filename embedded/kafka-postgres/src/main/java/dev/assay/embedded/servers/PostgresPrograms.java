// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server's programs, unpacked where nobody else can replace them. What lies in a folder that
 * others could ever enter is not run: it is unpacked anew.
 */
record PostgresPrograms(Path folder) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int OWNER_EXECUTES = 0100;

  /** Those in the folder; unpacked, if they are not there, not of this build, or not safe. */
  static PostgresPrograms in(Path folder) throws IOException {
    Path stamp = folder.resolve("unpacked");
    String wanted = digest();
    boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (!there || !PrivateFiles.isPrivate(folder) || !wanted.equals(read(stamp))) {
      if (there) {
        delete(folder);
      }
      unpack(PrivateFiles.folder(folder));
      PrivateFiles.write(stamp, wanted);
    }
    return new PostgresPrograms(folder);
  }

  /**
   * One of them as a child process to be. It gets no more of our environment than it needs: ours
   * holds the keys of models.
   */
  ProcessBuilder command(String program, List<String> arguments) {
    List<String> line = new ArrayList<>();
    if (ProcessUser.isRoot()) {
      // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody to itself,
      // and still root, without root's powers, to everybody else.
      line.addAll(List.of("unshare", "--user"));
    }
    line.add(folder.resolve("bin").resolve(program).toAbsolutePath().toString());
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String zone = environment.get("TZ");
    environment.clear();
    environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("LC_ALL", "C");
    if (zone != null) {
      environment.put("TZ", zone);
    }
    return builder;
  }

  private static InputStream archive() {
    return Objects.requireNonNull(
        PostgresPrograms.class.getResourceAsStream(ARCHIVE), ARCHIVE + " is not on the class path");
  }

  private static String digest() throws IOException {
    try (InputStream in = archive()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String read(Path stamp) throws IOException {
    return Files.exists(stamp) ? Files.readString(stamp) : "";
  }

  private static void unpack(Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive())))) {
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        Path path = folder.resolve(each.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException(each.getName() + " leads out of the archive's folder");
        }
        unpack(each, tar, path);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      PrivateFiles.folder(path);
      return;
    }
    PrivateFiles.folder(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  /** Follows no link, not even one that somebody puts in the place of a folder meanwhile. */
  static void delete(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      empty((SecureDirectoryStream<Path>) entries);
    }
    Files.delete(folder);
  }

  private static void empty(SecureDirectoryStream<Path> folder) throws IOException {
    for (Path each : folder) {
      Path name = each.getFileName();
      if (isFolder(folder, name)) {
        try (var inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
          empty(inner);
        }
        folder.deleteDirectory(name);
      } else {
        folder.deleteFile(name);
      }
    }
  }

  private static boolean isFolder(SecureDirectoryStream<Path> folder, Path name)
      throws IOException {
    return folder
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes()
        .isDirectory();
  }
}
