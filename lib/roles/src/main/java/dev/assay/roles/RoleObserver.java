// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Usage;

/**
 * Is told what came of a role's calls, so that whoever runs the role sees how fast its model is,
 * and how much of what it says cannot be used.
 */
public interface RoleObserver {

  /** Looks away. */
  RoleObserver NONE =
      new RoleObserver() {
        @Override
        public void called(Usage usage) {}

        @Override
        public void read(Outcome outcome) {}
      };

  /** What came of a reply. */
  enum Outcome {
    /** It says something. */
    READ,
    /** It says neither this nor that. */
    UNREADABLE,
    /** It said something when it was made to. */
    FORCED
  }

  /** One call has brought a reply. */
  void called(Usage usage);

  /** The reply has been read, or not. */
  void read(Outcome outcome);
}
