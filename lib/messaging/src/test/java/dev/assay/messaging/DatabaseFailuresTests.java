// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.CannotCreateTransactionException;

/** By the states that PostgreSQL's appendix A lists; DatabaseFailuresIT has it speak for itself. */
class DatabaseFailuresTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", // connection failure
        "08001", // unable to connect
        "57P01", // admin shutdown
        "57P03", // cannot connect now
        "25006", // read-only transaction: a replica that is not promoted yet
        "28P01", // invalid password
        "40001", // serialization failure
        "40P01", // deadlock
        "55P03", // lock not available
        "57014", // query cancelled
        "53100", // disk full
        "53200", // out of memory
        "53300", // too many connections
        "58030", // I/O error
        "XX000", // internal error
        "42P01", // undefined table
        "42703", // undefined column
        "42883", // undefined function
        "3F000", // invalid schema
        "42501" // insufficient privilege
      })
  void aDatabaseThatIsAwayBusyFullOrNotMigratedYetIsWaitedFor(String state) {
    assertThat(DatabaseFailures.passes(failure(state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23502", // not null
        "23503", // foreign key
        "23505", // unique
        "23514", // check
        "22001", // too long
        "22003", // out of range
        "22021", // no character of the encoding: NUL
        "22P02", // invalid text
        "22P05", // untranslatable character
        "54000", // a row or a key larger than an index takes
        "54001" // nested too deeply
      })
  void aRecordThatTheDatabaseRefusesIsNotTriedForEver(String state) {
    assertThat(DatabaseFailures.passes(failure(state))).isFalse();
    assertThat(DatabaseFailures.passes(new SQLException("no", state))).isFalse();
  }

  @Test
  void whatHasNoStateIsToldByItsKind() {
    assertThat(DatabaseFailures.passes(new CannotCreateTransactionException("away"))).isTrue();
    assertThat(DatabaseFailures.passes(new DataAccessResourceFailureException("away"))).isTrue();
    assertThat(DatabaseFailures.passes(new TransientDataAccessResourceException("away"))).isTrue();
    assertThat(
            DatabaseFailures.passes(
                new CannotGetJdbcConnectionException(
                    "away", new SQLTransientConnectionException("no connection"))))
        .isTrue();
    assertThat(DatabaseFailures.passes(new DataIntegrityViolationException("null"))).isFalse();
  }

  @Test
  void itIsFoundBehindWhateverItIsWrappedIn() {
    assertThat(DatabaseFailures.passes(new CompletionException(failure("53300")))).isTrue();
    assertThat(DatabaseFailures.passes(new CompletionException(failure("23505")))).isFalse();
  }

  @Test
  void aBugIsNoFailureOfTheDatabase() {
    assertThat(DatabaseFailures.passes(new IllegalArgumentException("bug"))).isFalse();
    assertThat(DatabaseFailures.passes(new EmptyResultDataAccessException(1))).isFalse();
    assertThat(DatabaseFailures.passes(new StackOverflowError())).isFalse();
  }

  /** As JdbcClient throws it. */
  private static RuntimeException failure(String state) {
    SQLException cause = new SQLException("as the driver says it", state);
    return Objects.requireNonNullElseGet(
        new SQLExceptionSubclassTranslator().translate("work", "sql", cause),
        () -> new UncategorizedSQLException("work", "sql", cause));
  }
}
