// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.model.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name for a model's weights by where they are: the same model at the same servers, or the same
 * checkpoint wherever its folder lies. It tells nothing of the place itself, as it is in evidence.
 */
final class WeightsName {

  /** In hexadecimal digits. */
  private static final int LENGTH = 16;

  /** Of each file: two checkpoints differ from their first tensors on. */
  private static final int READ = 4 << 20;

  private WeightsName() {}

  /** Null where nobody can tell. */
  static @Nullable String of(ModelSource source) {
    if (source.url() != null) {
      return name(sha256(), "server " + places(source.url()) + ' ' + source.name());
    }
    return source.folder() == null ? null : checkpoint(source.folder());
  }

  /** In whatever order they are named. */
  private static String places(String urls) {
    return Stream.of(urls.split(","))
        .map(url -> url.strip().toLowerCase(Locale.ROOT).replaceAll("/+$", ""))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String checkpoint(Path folder) {
    MessageDigest digest = sha256();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tensors =
          files.filter(each -> each.toString().endsWith(".safetensors")).sorted().toList();
      for (Path file : tensors) {
        try (InputStream bytes = Files.newInputStream(file)) {
          digest.update(bytes.readNBytes(READ));
        }
      }
      return tensors.isEmpty() ? null : name(digest, "checkpoint");
    } catch (IOException e) {
      // Whoever opens the model says what is wrong with its folder.
      return null;
    }
  }

  private static String name(MessageDigest digest, String place) {
    byte[] hash = digest.digest(place.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
