// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contracts.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  /**
   * Adds rows, by one statement.
   *
   * @return their ids, in the same order
   */
  List<Long> add(List<NewRow> rows) {
    List<Long> ids =
        jdbc.sql(
                """
                insert into outbox (topic, subject, caused_by, body, headers, created_at)
                select topic, subject, caused_by, body, headers::jsonb, now()
                from unnest(:topics::text[], :subjects::text[], :causes::text[], :bodies::text[],
                    :headers::text[]) with ordinality
                    as each (topic, subject, caused_by, body, headers, place)
                order by place returning id
                """)
            .param("topics", column(rows, row -> row.record().topic()))
            .param("subjects", column(rows, NewRow::subject))
            // Besides the headers: a replica of the build before may carry this row too.
            .param("causes", column(rows, row -> row.envelope().causedBy()))
            .param("bodies", column(rows, row -> new String(row.record().body(), UTF_8)))
            .param("headers", column(rows, row -> json(row.record().headers())))
            .query(Long.class)
            .list();
    return ids.stream().sorted().toList();
  }

  private static String[] column(List<NewRow> rows, Function<NewRow, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static String json(Map<String, String> headers) {
    return Json.mapper().writeValueAsString(headers);
  }

  /**
   * The oldest rows that were left, and that nobody else has locked, and no more of them than fit
   * into memory. One whose age is not known is of another build, which may be gone.
   *
   * @param leftFor the age of those that were left
   * @param except those that somebody here looks after
   */
  List<OutboxRow> lockFirst(Duration leftFor, Collection<Long> except) {
    List<Long> ids = fitting(lockFirstSizes(leftFor, except));
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

  private List<Size> lockFirstSizes(Duration leftFor, Collection<Long> except) {
    return jdbc.sql(
            """
            select id, octet_length(body) as bytes from outbox
            where (created_at is null or created_at <= now() - :millis * interval '1 ms')
                and id <> all(:except)
            order by id limit :most for update skip locked
            """)
        .param("millis", leftFor.toMillis())
        .param("except", except.toArray(Long[]::new))
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
      jdbc.sql("delete from outbox where id = any(:ids)")
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }
}
