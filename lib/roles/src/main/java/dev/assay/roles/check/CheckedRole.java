// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.ModelSource;
import dev.assay.roles.Role;

/**
 * A role as it is configured.
 *
 * @param source from which its model was opened, and others can be that differ in how the server is
 *     called
 */
public record CheckedRole(RoleJob job, Role role, ModelSource source) {

  /** Whether the model is on a server. */
  boolean isServed() {
    return source.url() != null;
  }

  /** Whether both are the same weights, as far as configuration tells. */
  boolean hasWeightsOf(CheckedRole other) {
    return isServed()
        ? String.valueOf(source.name()).equals(other.source().name())
        : source.folder() != null
            && !other.isServed()
            && source.folder().equals(other.source().folder());
  }
}
