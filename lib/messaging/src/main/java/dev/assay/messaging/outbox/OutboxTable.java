// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Topic;
import dev.assay.messaging.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox}, which gateway and verifier each have one of. */
final class OutboxTable {

  private static final int MOST_ROWS = 256;

  /** Of the bodies that are in memory at a time. */
  private static final long MOST_BYTES = 8L << 20;

  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Size(long id, long bytes) {}

  void add(Event event, Envelope envelope) {
    jdbc.sql(
            """
            insert into outbox (topic, subject, caused_by, body, headers)
            values (:topic, :subject, :causedBy, :body, cast(:headers as jsonb))
            """)
        .param("topic", Topic.of(event).name())
        .param("subject", event.subject())
        // Besides the headers: a replica of the build before may carry this row too.
        .param("causedBy", envelope.causedBy())
        .param("body", new String(EventCodec.encode(event), StandardCharsets.UTF_8))
        .param("headers", Json.mapper().writeValueAsString(envelope.headers()))
        .update();
  }

  /** The oldest rows that nobody else has locked, and no more of them than fit into memory. */
  List<OutboxRow> lockFirst() {
    List<Long> ids = fitting(lockFirstSizes());
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, topic, subject, caused_by, body, headers::text from outbox
                where id in (:ids) order by id
                """)
            .param("ids", ids)
            .query(OutboxRow.class)
            .list();
  }

  private List<Size> lockFirstSizes() {
    return jdbc.sql(
            """
            select id, octet_length(body) as bytes from outbox
            order by id limit :most for update skip locked
            """)
        .param("most", MOST_ROWS)
        .query(Size.class)
        .list();
  }

  private static List<Long> fitting(List<Size> sizes) {
    List<Long> ids = new ArrayList<>();
    long bytes = 0;
    for (Size size : sizes) {
      bytes += size.bytes();
      if (bytes > MOST_BYTES && !ids.isEmpty()) {
        break;
      }
      ids.add(size.id());
    }
    return ids;
  }

  /** The row, unless it is gone or somebody else's. */
  Optional<OutboxRow> lock(long id) {
    return jdbc.sql(
            """
            select id, topic, subject, caused_by, body, headers::text from outbox
            where id = :id for update skip locked
            """)
        .param("id", id)
        .query(OutboxRow.class)
        .optional();
  }

  void delete(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("delete from outbox where id in (:ids)").param("ids", ids).update();
    }
  }
}
