// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.roles.check.CheckReport;
import dev.assay.roles.check.CheckReport.Part;
import dev.assay.roles.check.Diagnosis;
import dev.assay.roles.check.Diagnosis.Severity;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.ModelRole;
import dev.assay.standalone.RoleEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a check found, for people and for machines. Settings are named by the variables of this
 * environment, as that is where people here set them.
 */
record CheckText(ModelEnvironment environment) {

  private static final Pattern SETTING = Pattern.compile("assay\\.role(?:\\.[a-z]+(?:-[a-z]+)*)+");

  List<String> lines(CheckReport report, int width) {
    List<String> lines = new ArrayList<>();
    for (Part part : report.parts()) {
      lines.add(AnswerText.printable(part.subject()));
      for (Diagnosis each : part.found()) {
        lines.addAll(
            AnswerText.field("  " + label(each.severity()), spoken(part, each.line()), width));
      }
      lines.add("");
    }
    lines.add(
        "%d calls, %d tokens; %d faults, %d warnings"
            .formatted(
                report.paid().calls(),
                report.paid().totalTokens(),
                report.count(Severity.FAULT),
                report.count(Severity.WARNING)));
    return lines;
  }

  /** As wide as other labels. */
  private static String label(Severity severity) {
    return switch (severity) {
      case WELL -> "ok";
      case ADVICE -> "advice";
      case WARNING -> "warns";
      case FAULT -> "FAULT";
    };
  }

  ObjectNode json(CheckReport report) {
    ObjectNode all = Json.mapper().createObjectNode();
    all.put("well", report.isWell());
    all.put("calls", report.paid().calls());
    all.put("tokens", report.paid().totalTokens());
    ArrayNode found = all.putArray("found");
    for (Part part : report.parts()) {
      part.found()
          .forEach(
              each ->
                  found
                      .addObject()
                      .put("subject", part.subject())
                      .put("severity", each.severity().word())
                      .put("what", spoken(part, each.what()))
                      .put("expected", spoken(part, each.expected())));
    }
    return all;
  }

  private String spoken(Part part, String text) {
    RoleEnvironment role = environment.of(role(part));
    return SETTING
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(role.variableOf(found.group())));
  }

  /** What is said of a server holds for all roles that ask it, the generator before others. */
  private static ModelRole role(Part part) {
    return Stream.of(ModelRole.values())
        .filter(each -> part.subject().startsWith(each.word()))
        .findFirst()
        .orElse(ModelRole.GENERATOR);
  }
}
