// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away, or busy, from a statement that will never work. */
public final class SqlFailures {

  private SqlFailures() {}

  /** Whether the same work may succeed later. */
  public static boolean isTransient(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      // CannotGetJdbcConnectionException is a DataAccessResourceFailureException.
      if (each instanceof TransientDataAccessException
          || each instanceof RecoverableDataAccessException
          || each instanceof DataAccessResourceFailureException
          || each instanceof CannotCreateTransactionException
          || each instanceof TransactionSystemException
          || each instanceof SQLTransientException
          || each instanceof SQLRecoverableException) {
        return true;
      }
    }
    return false;
  }
}
