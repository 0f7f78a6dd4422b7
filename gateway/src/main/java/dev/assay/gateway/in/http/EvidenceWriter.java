// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.Usage;
import dev.assay.gateway.core.AttemptEvidence;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.StoredProblem;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes {@link ProblemEvidence} while it is read: all of it at once may be more than memory holds.
 */
final class EvidenceWriter {

  private final Problems problems;
  private final AttemptEvidence evidence;
  private final ObjectWriter json =
      HttpJson.mapper().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  EvidenceWriter(Problems problems) {
    this.problems = problems;
    this.evidence = new AttemptEvidence(problems);
  }

  void write(StoredProblem problem, OutputStream out) throws IOException {
    try (JsonGenerator to = json.createGenerator(out)) {
      to.writeStartObject();
      to.writePOJOProperty("problem_id", problem.problem().id());
      to.writeStringProperty("question", problem.problem().question());
      to.writeBooleanProperty("complete", problem.complete());
      if (problem.answer() != null) {
        to.writePOJOProperty("answer", problem.answer());
      }
      Usage usage = attempts(problem, to);
      to.writePOJOProperty("usage", usage);
      to.writeEndObject();
    }
  }

  /** The usage of all of them. */
  private Usage attempts(StoredProblem problem, JsonGenerator to) {
    Usage usage = Usage.NONE;
    to.writeArrayPropertyStart("attempts");
    for (int number : problems.attempts(problem.problem().id())) {
      ProblemEvidence.Attempt attempt = evidence.of(problem, number);
      to.writePOJO(attempt);
      usage = usage.plus(attempt.usage());
    }
    to.writeEndArray();
    return usage;
  }
}
