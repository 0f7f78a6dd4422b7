// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.TextTable;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers say of how long to leave them alone. */
class RetryAfterTests {

  static List<TextTable.Row> rows() {
    return TextTable.of(RetryAfterTests.class, "retry-after.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aWaitIsReadAsTheTableSays(TextTable.Row row) {
    assertThat(length(row.get("input"), row.get("date")).map(Duration::toString).orElse("none"))
        .as(row.place())
        .isEqualTo(row.get("expected"));
  }

  @Test
  void withoutADateOfTheServersOursCounts() {
    Instant later = Clock.systemUTC().instant().plusSeconds(3_600);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atZone(ZoneOffset.UTC));

    assertThat(length(date, "").orElseThrow())
        .isBetween(Duration.ofSeconds(3_000), Duration.ofSeconds(3_600));
  }

  @Test
  void aServerThatSaysNothingWantsNothing() {
    assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (_, _) -> true))).isEmpty();
  }

  private static Optional<Duration> length(String text, String date) {
    Map<String, List<String>> headers = new HashMap<>(Map.of("Retry-After", List.of(text)));
    if (!date.isEmpty()) {
      headers.put("Date", List.of(date));
    }
    return RetryAfter.of(HttpHeaders.of(headers, (_, _) -> true)).orElseThrow().length();
  }
}
