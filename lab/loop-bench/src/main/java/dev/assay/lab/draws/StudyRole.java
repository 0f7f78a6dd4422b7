// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.roles.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role, and which weights play it.
 *
 * @param weights the beginning of their SHA-256, or that they are on a server
 */
public record StudyRole(Role role, String weights) {

  private static final int SHOWN = 12;

  /**
   * As the service would play it; its model stays open as long as the process.
   *
   * @param service such as {@code critic-service}; its configuration is on the class path
   * @param settings that the configuration refers to
   */
  public static StudyRole of(String service, Map<String, String> settings) {
    ServiceRole opened = ServiceRole.of(service, settings);
    return new StudyRole(opened.role(), fingerprint(opened.folder()));
  }

  /** Retrained weights have the old name, and must not go on with the old pool. */
  private static String fingerprint(@Nullable Path folder) {
    if (folder == null) {
      return "on a server";
    }
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve("model.safetensors"));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the weights in " + folder, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The same role with the weights of another. */
  StudyRole by(StudyRole other) {
    return new StudyRole(role.by(other.role.model()), other.weights);
  }

  /** To be told apart from others. */
  public String description() {
    return "%s (%s), %s, temperature %s, top-p %s, at most %d tokens"
        .formatted(
            role.model().name(),
            weights,
            role.protocol().name(),
            role.temperature(),
            role.topP(),
            role.maxTokens());
  }
}
