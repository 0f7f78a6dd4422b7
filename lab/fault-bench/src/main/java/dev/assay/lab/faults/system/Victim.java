// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

/** Something that can be killed and frozen, and comes back. */
public interface Victim {

  /** Its name in tables, such as {@code critic-0}. */
  String name();

  /** kill -9, and its end; it stays down until {@link #restart()}. */
  void kill();

  /** Starts it again where it was; it may take a while to be ready. */
  void restart();

  /** SIGSTOP. */
  void freeze();

  /** SIGCONT. */
  void thaw();
}
