// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.model.ModelSource;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.roles.ModelAccount;
import dev.assay.roles.Role;
import dev.assay.roles.RoleObserver;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role beside the verifier's, which may have a model of its own.
 *
 * @param prefix of its settings
 * @param wanted whether it is played by the verifier's model where it has none of its own
 * @param source of its own model; one without a place is none
 * @param protocol its name, or blank
 */
record SideRole(
    String prefix,
    boolean wanted,
    @Nullable ModelSource source,
    String protocol,
    double temperature,
    int maxTokens,
    Duration timeout) {

  boolean hasOwnModel() {
    return source != null && (source.url() != null || source.folder() != null);
  }

  /** Whether anybody plays it. */
  boolean played() {
    return wanted || hasOwnModel();
  }

  /** The same, played by nobody. */
  SideRole unplayed() {
    return new SideRole(prefix, false, null, protocol, temperature, maxTokens, timeout);
  }

  /**
   * Its own model, or null if it has none.
   *
   * @throws IllegalArgumentException if there is one and nothing opens it
   */
  @Nullable Model open() {
    return source != null && hasOwnModel() ? ModelProviders.installed().open(source) : null;
  }

  /**
   * The role.
   *
   * @param own what {@link #open} gave
   * @throws IllegalArgumentException if its protocol is none of those there are
   */
  Role by(@Nullable Model own, Role verifier) {
    return new Role(
        own == null ? verifier.model() : own,
        asked(verifier),
        temperature,
        verifier.topP(),
        maxTokens,
        timeout,
        verifier.maxReplyBytes(),
        verifier.clock(),
        own == null || source == null
            ? verifier.account()
            : new ModelAccount(null, Objects.requireNonNull(source.price())),
        RoleObserver.NONE);
  }

  private Protocol asked(Role verifier) {
    if (!protocol.isBlank()) {
      return Protocols.named(protocol);
    }
    return source != null && hasOwnModel() ? Protocols.of("", source) : verifier.protocol();
  }
}
