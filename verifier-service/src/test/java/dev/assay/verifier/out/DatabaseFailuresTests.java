// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseFailuresTests {

  @Test
  void aDatabaseThatIsAwayOrNotMigratedYetIsWaitedFor() {
    assertThat(DatabaseFailures.passes(new CannotCreateTransactionException("away"))).isTrue();
    assertThat(DatabaseFailures.passes(new DataAccessResourceFailureException("away"))).isTrue();
    assertThat(
            DatabaseFailures.passes(new BadSqlGrammarException("t", "sql", new SQLException("no"))))
        .isTrue();
  }

  @Test
  void aRecordThatTheDatabaseRefusesIsNotTriedForEver() {
    assertThat(DatabaseFailures.passes(new DataIntegrityViolationException("null"))).isFalse();
    assertThat(DatabaseFailures.passes(new IllegalArgumentException("bug"))).isFalse();
  }
}
