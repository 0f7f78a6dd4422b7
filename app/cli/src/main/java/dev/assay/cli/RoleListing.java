// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.prompts.Protocol;
import dev.assay.standalone.RoleEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role and its model, for people and as JSON.
 *
 * @param model its name
 * @param endpoint the server's address, or the folder of weights in this process
 * @param provider who opens it
 * @param protocol with the edition of its words
 * @param origin whose words they are
 * @param limits what the protocol cannot do that others can
 * @param trouble why the model would not answer; null if nothing is known against it
 * @param measured by a running system; null where there is none
 */
record RoleListing(
    String role,
    String model,
    String endpoint,
    String provider,
    String protocol,
    String origin,
    List<String> limits,
    @Nullable String trouble,
    @Nullable MeasuredRole measured) {

  static RoleListing of(RoleEnvironment role, @Nullable MeasuredRole measured) {
    Protocol protocol = role.protocol();
    String url = role.url();
    return new RoleListing(
        role.role().word(),
        role.model(),
        url == null ? String.valueOf(role.source().folder()) : url,
        url == null ? "tensorflow" : "openai",
        protocol.version(),
        protocol.origin().words(),
        protocol.limits(),
        url == null ? null : trouble(role),
        measured);
  }

  private static @Nullable String trouble(RoleEnvironment role) {
    Model model = ModelProviders.installed().open(role.source());
    try {
      return model.trouble().orElse(null);
    } finally {
      if (model instanceof AutoCloseable open) {
        close(open);
      }
    }
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new SystemFailedException("a model does not close: " + FailureText.of(e), e);
    }
  }

  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    lines.add(role);
    lines.addAll(
        AnswerText.field("  model", "%s at %s, %s".formatted(model, endpoint, provider), width));
    lines.addAll(
        AnswerText.field("  asked", "in protocol %s: %s".formatted(protocol, origin), width));
    limits.forEach(each -> lines.addAll(AnswerText.field("", each, width)));
    lines.addAll(
        AnswerText.field(
            "  health", Objects.requireNonNullElse(trouble, "nothing known against it"), width));
    if (measured != null) {
      lines.addAll(AnswerText.field("  so far", measured.line(), width));
    }
    lines.add("");
    return lines;
  }
}
