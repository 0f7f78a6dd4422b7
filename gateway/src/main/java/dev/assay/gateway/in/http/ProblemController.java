// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Deletions;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.Problems.Added;
import dev.assay.gateway.core.Refusal;
import dev.assay.gateway.core.StoredProblem;
import dev.assay.gateway.core.Submissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The native API: problems and everything known of them. */
@RestController
@RequestMapping(path = "/v1/problems", produces = MediaType.APPLICATION_JSON_VALUE)
class ProblemController {

  private final Submissions submissions;
  private final Problems problems;
  private final Deletions deletions;
  private final InstantSource clock;
  private final EventStream stream;
  private final EvidenceWriter evidence;

  ProblemController(
      Submissions submissions,
      Problems problems,
      Deletions deletions,
      EventStream stream,
      InstantSource clock) {
    this.submissions = submissions;
    this.problems = problems;
    this.deletions = deletions;
    this.clock = clock;
    this.stream = stream;
    this.evidence = new EvidenceWriter(problems);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Submit a question; the answer is worked on after the reply")
  @ApiResponse(responseCode = "202", description = "taken")
  @ApiResponse(responseCode = "200", description = "the same request, taken before under this key")
  ResponseEntity<ProblemResource> submit(
      @RequestBody SubmitRequest request,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key) {
    Added added =
        submissions.submit(
            request.question(), request.kind(), request.reference(), request.policy(), key);
    URI place = URI.create(ProblemResource.path(added.problem().problem().id()));
    return ResponseEntity.status(added.created() ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .location(place)
        .body(ProblemResource.of(added.problem()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "How far the problem is, and its answer once it is settled")
  ProblemResource problem(@PathVariable String id) {
    return ProblemResource.of(find(PathIds.problem(id)));
  }

  @GetMapping("/{id}/evidence")
  @Operation(summary = "Why this answer: every attempt, critique and verdict")
  @ApiResponse(
      responseCode = "200",
      description = "the evidence",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ProblemEvidence.class)))
  void evidence(@PathVariable String id, HttpServletResponse response) throws IOException {
    StoredProblem problem = find(PathIds.problem(id));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    evidence.write(problem, response.getOutputStream());
  }

  @GetMapping(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "The events of the problem as they are recorded; resumes by Last-Event-ID")
  @ApiResponse(responseCode = "200", description = "the events")
  @ApiResponse(responseCode = "204", description = "there is nothing after Last-Event-ID to come")
  void events(
      @PathVariable String id,
      @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpMethod method,
      HttpServletResponse response)
      throws IOException {
    StoredProblem problem = find(PathIds.problem(id));
    if (method.equals(HttpMethod.HEAD)) {
      // Whoever asks for no body is not to wait for its end.
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    } else {
      stream.serve(problem, lastEventId, response);
    }
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Give the problem up; it is settled with what it has")
  @ApiResponse(responseCode = "202", description = "the loop is told")
  ResponseEntity<ProblemResource> cancel(@PathVariable String id) {
    ProblemId problem = find(PathIds.problem(id)).problem().id();
    submissions.cancel(problem);
    return ResponseEntity.accepted().body(ProblemResource.of(find(problem)));
  }

  @DeleteMapping("/{id}/data")
  @Operation(summary = "Delete all that is kept of the problem; an open one is given up first")
  @ApiResponse(responseCode = "204", description = "deleted; reading it is 410 from now on")
  @ApiResponse(responseCode = "202", description = "given up; deleted when it has been settled")
  ResponseEntity<ProblemResource> delete(@PathVariable String id) {
    ProblemId problem = PathIds.problem(id);
    return switch (deletions.delete(problem, clock.instant())) {
      case DELETED -> ResponseEntity.noContent().build();
      case REQUESTED ->
          problems
              .find(problem)
              .map(found -> ResponseEntity.accepted().body(ProblemResource.of(found)))
              .orElseGet(() -> ResponseEntity.noContent().build());
      case UNKNOWN -> throw Submissions.unknown(problem);
    };
  }

  private StoredProblem find(ProblemId id) {
    return problems.find(id).orElseThrow(() -> missing(id));
  }

  private Refusal missing(ProblemId id) {
    return deletions
        .deletedAt(id)
        .map(
            at ->
                new Refusal(
                    Refusal.Kind.GONE,
                    "what was kept of problem %s was deleted at %s, as was asked for"
                        .formatted(id, at)))
        .orElseGet(() -> Submissions.unknown(id));
  }
}
