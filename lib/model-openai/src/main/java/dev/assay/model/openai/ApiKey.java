// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key that a server asks for, as it is now: one that lies in a file is read again when the file
 * is another, as where a secret is renewed under a process that goes on. Nothing that is shown
 * holds it, nor one that it took the place of.
 */
final class ApiKey {

  private static final String PROPERTY = "assay.role.model.api-key";

  /** Far beyond any key; what is longer is another file. */
  private static final int MOST_BYTES = 65_536;

  /** Of keys that are no longer sent, and may still be quoted by a server. */
  private static final int MOST_FORMER = 8;

  private final @Nullable Path file;
  private final List<String> former = new ArrayList<>();
  private @Nullable String key;
  private @Nullable Stamp stamp;

  /**
   * @param key or null, where none is asked for or the file has it
   * @param file or null
   * @throws IllegalArgumentException by the property, if it is no key or the file has none
   */
  ApiKey(@Nullable String key, @Nullable Path file) {
    this.file = file;
    this.key = key;
    if (file != null) {
      try {
        this.stamp = Stamp.of(file);
        this.key = read(file);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "%s-file: cannot read %s (expected: a file that holds the key)"
                .formatted(PROPERTY, file),
            e);
      }
    }
  }

  /** Has a request carry the key as it is now, where there is one. */
  void giveTo(HttpRequest.Builder request) {
    String sent = now();
    if (sent != null) {
      request.header("Authorization", "Bearer " + sent);
    }
  }

  /** What tells a file from the one that was there before it, links on the way to it followed. */
  private record Stamp(Object time, long size, @Nullable Object identity) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    }
  }

  /** The key, or null if none is sent. */
  synchronized @Nullable String now() {
    if (file != null) {
      try {
        Stamp found = Stamp.of(file);
        String next = found.equals(stamp) ? null : read(file);
        if (next != null) {
          take(next);
          stamp = found;
        }
      } catch (IOException | IllegalArgumentException _) {
        // In the middle of being replaced, as one that is empty is: the last may still be good.
      }
    }
    return key;
  }

  /** Whether another key is there than a server has refused; the file is read for that. */
  synchronized boolean isOther(@Nullable String refused) {
    stamp = null;
    return file != null && !Objects.equals(now(), refused);
  }

  private void take(String next) {
    if (key != null && !key.equals(next)) {
      former.add(key);
      former.subList(0, Math.max(0, former.size() - MOST_FORMER)).clear();
    }
    key = next;
  }

  /** The key of a file; null for one that is empty, which stands for none. */
  private static @Nullable String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return checked(text, PROPERTY + "-file");
    }
  }

  /** A key that can be sent; null for a blank one. */
  static @Nullable String checked(@Nullable String key) {
    return checked(key, PROPERTY);
  }

  private static @Nullable String checked(@Nullable String key, String property) {
    if (key == null || key.isBlank()) {
      return null;
    }
    String bare = key.strip();
    // An HTTP header refuses anything else, in a message that quotes the key.
    if (!bare.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          property + ": not shown (expected: printable ASCII without spaces)");
    }
    return bare;
  }

  /** The text without the keys, for messages that quote what a server said. */
  synchronized String redacted(String text) {
    String shown = key == null ? text : text.replace(key, "***");
    for (String each : former) {
      shown = shown.replace(each, "***");
    }
    return shown;
  }

  @Override
  public String toString() {
    return file == null ? "ApiKey[***]" : "ApiKey[of " + file + "]";
  }
}
