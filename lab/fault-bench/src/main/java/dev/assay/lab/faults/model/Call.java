// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import java.util.Objects;

/**
 * A call as the model server saw it. A task draws its seed from its id, so that process, problem
 * and seed name what was asked for, whatever the prompt said: two calls with the same key are the
 * same thing bought twice.
 *
 * @param serial its number, from 1, which stands in its reply as well
 * @param process who called, such as {@code critic-0}
 * @param problem the label in the question
 * @param seed as it came with the request
 * @param begun in milliseconds since the epoch
 * @param ended in milliseconds since the epoch; {@link Long#MAX_VALUE} while it is open
 */
public record Call(
    int serial, String process, String problem, int seed, long begun, long ended, End end) {

  public Call {
    Objects.requireNonNull(process, "process");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(end, "end");
  }

  /** How a call ended at the server. */
  public enum End {
    /** Not yet. */
    OPEN,
    /** A reply was written: it is bought, whether or not anybody was left to read it. */
    ANSWERED,
    /** The server refused, or failed: nothing is bought. */
    REFUSED,
    /** The connection ended without a whole reply. */
    CUT
  }

  /** Which role called: the name of the process without its number. */
  public String role() {
    return process.replaceFirst("-\\d+$", "");
  }

  /** What was asked for, so that two calls can be told to be the same. */
  public String key() {
    return role() + " " + problem + " " + seed;
  }

  /** Whether the server was at work for it at that time. */
  public boolean open(long at) {
    return begun <= at && ended > at;
  }

  Call ended(long at, End how) {
    return new Call(serial, process, problem, seed, begun, at, how);
  }
}
