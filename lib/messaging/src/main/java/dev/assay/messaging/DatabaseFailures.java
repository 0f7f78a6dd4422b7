// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells failures of the database, which are waited for, from refusals of what it was given. */
public final class DatabaseFailures {

  /**
   * Classes of SQLSTATE (ISO/IEC 9075-2, 24.1; PostgreSQL's appendix A) that are about the data
   * themselves: they are too long or are no such value; they break a constraint; they are larger or
   * nest more deeply than the database can take.
   */
  private static final Set<String> REFUSALS = Set.of("22", "23", "54");

  private DatabaseFailures() {}

  /**
   * Whether the same work may succeed later. Everything the database says passes but a refusal of
   * the data: a database that is away, busy or full comes back, and a schema that is still to be
   * migrated, or rights that are still to be granted, must not send events to the dead.
   */
  public static boolean passes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
            .noneMatch(DatabaseFailures::refuses)
        && Stream.iterate(failure, each -> each != null, Throwable::getCause)
            .anyMatch(DatabaseFailures::isOfTheDatabase);
  }

  private static boolean refuses(Throwable failure) {
    return failure instanceof SQLException sql
        ? REFUSALS.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith)
        : failure instanceof DataIntegrityViolationException;
  }

  /** What Spring says by itself of a misuse of its classes is none: that is a bug. */
  private static boolean isOfTheDatabase(Throwable failure) {
    return failure instanceof SQLException
        || failure instanceof TransactionException
        || failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof DataAccessResourceFailureException;
  }
}
