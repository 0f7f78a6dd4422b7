// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells failures of the database from refusals of a record. */
public final class DatabaseFailures {

  private DatabaseFailures() {}

  /**
   * Whether the same events may be worked later. Only what the database refuses for the data's own
   * sake is hopeless: a schema that is still to be migrated must not send events to the dead.
   */
  public static boolean passes(Throwable failure) {
    return failure instanceof TransactionException
        || (failure instanceof DataAccessException
            && !(failure instanceof DataIntegrityViolationException));
  }
}
