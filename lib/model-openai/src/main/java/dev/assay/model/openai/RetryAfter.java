// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a server wants to be left alone, as its header says it: in seconds, or as a date, which
 * is compared with the server's own clock where that is said, as ours may be another.
 *
 * @param text as it came
 * @param length empty if it cannot be read
 */
record RetryAfter(String text, Optional<Duration> length) {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  /** What the headers say of it. */
  static Optional<RetryAfter> of(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(
            text ->
                new RetryAfter(
                    text,
                    length(text.strip(), headers.firstValue("Date").flatMap(RetryAfter::date))));
  }

  private static Optional<Duration> length(String text, Optional<Instant> now) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return date(text)
        .map(end -> Duration.between(now.orElseGet(Clock.systemUTC()::instant), end))
        .filter(Duration::isPositive);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
