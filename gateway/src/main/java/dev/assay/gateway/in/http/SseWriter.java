// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.Task;
import dev.assay.contracts.Topic;
import dev.assay.gateway.core.ProblemProgress;
import dev.assay.gateway.core.RecordedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes server-sent events; every call is with the client when it returns. */
final class SseWriter {

  private static final JsonMapper WITHOUT_PROBLEM =
      Json.mapper().rebuild().addMixIn(Task.class, WithoutProblem.class).build();

  private final OutputStream out;
  private final InstantSource clock;
  private Instant lastWord;

  private SseWriter(OutputStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.lastWord = clock.instant();
  }

  static SseWriter open(HttpServletResponse response, InstantSource clock) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader("Cache-Control", "no-cache, no-transform");
    // Asks proxies of the nginx family not to hold the stream back.
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    return new SseWriter(response.getOutputStream(), clock);
  }

  void events(List<RecordedEvent> events) throws IOException {
    for (RecordedEvent each : events) {
      StringBuilder text = new StringBuilder("id: ").append(each.seq()).append('\n');
      write(append(text, each.event().type(), body(each)));
    }
    flush();
  }

  /** The event without the problem that it carries along for workers: the client has that. */
  private static ObjectNode body(RecordedEvent recorded) {
    Event event = recorded.event();
    JsonMapper mapper = event instanceof ProblemEvent ? Json.mapper() : WITHOUT_PROBLEM;
    String text = mapper.writerFor(Topic.of(event).events()).writeValueAsString(event);
    ObjectNode body = (ObjectNode) mapper.readTree(text);
    return body.put("recorded_at", recorded.recordedAt().toString());
  }

  /** It has no id: a client that resumes does so after the last event proper. */
  void progress(ProblemProgress progress) throws IOException {
    write(append(new StringBuilder(), "progress", progress));
    flush();
  }

  /** The last word; a client that hears it need not come back. */
  void done(boolean complete) throws IOException {
    write(append(new StringBuilder(), "done", Map.of("complete", complete)));
    flush();
  }

  void beat(Duration silence) throws IOException {
    if (!clock.instant().isBefore(lastWord.plus(silence))) {
      write(new StringBuilder(": still here\n\n"));
      flush();
    }
  }

  private static StringBuilder append(StringBuilder text, String name, Object data) {
    return text.append("event: ")
        .append(name)
        .append("\ndata: ")
        .append(Json.mapper().writeValueAsString(data))
        .append("\n\n");
  }

  private void write(StringBuilder text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void flush() throws IOException {
    out.flush();
    lastWord = clock.instant();
  }

  /** What {@link #body} leaves out. */
  @JsonIgnoreProperties("problem")
  private interface WithoutProblem {}
}
