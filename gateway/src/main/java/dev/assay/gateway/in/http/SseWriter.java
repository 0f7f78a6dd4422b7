// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.ProblemEvent;
import dev.assay.gateway.core.History;
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
import tools.jackson.databind.node.ObjectNode;

/** Writes server-sent events; every call is with the client when it returns. */
final class SseWriter {

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
    StringBuilder text = new StringBuilder();
    for (RecordedEvent each : events) {
      text.append("id: ").append(each.seq()).append('\n');
      append(text, each.event().type(), body(each));
    }
    send(text.toString());
  }

  /** The event without the problem that it carries along for workers: the client has that. */
  private static ObjectNode body(RecordedEvent recorded) {
    ObjectNode body = (ObjectNode) Json.mapper().readTree(EventCodec.encode(recorded.event()));
    if (!(recorded.event() instanceof ProblemEvent)) {
      body.remove("problem");
    }
    return body.put("recorded_at", recorded.recordedAt().toString());
  }

  /** It has no id: a client that resumes does so after the last event proper. */
  void progress(History history) throws IOException {
    send(append(new StringBuilder(), "progress", history.progress()).toString());
  }

  /** The last word; a client that hears it need not come back. */
  void done(History history) throws IOException {
    Map<String, Boolean> complete = Map.of("complete", history.complete());
    send(append(new StringBuilder(), "done", complete).toString());
  }

  void beat(Duration silence) throws IOException {
    if (!clock.instant().isBefore(lastWord.plus(silence))) {
      send(": still here\n\n");
    }
  }

  private static StringBuilder append(StringBuilder text, String name, Object data) {
    return text.append("event: ")
        .append(name)
        .append("\ndata: ")
        .append(Json.mapper().writeValueAsString(data))
        .append("\n\n");
  }

  private void send(String text) throws IOException {
    if (!text.isEmpty()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      lastWord = clock.instant();
    }
  }
}
