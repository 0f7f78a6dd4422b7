// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.model.Model;
import dev.assay.service.Dependency;
import java.util.Optional;

/**
 * The model of a role: work that is taken before it answers would be tried for some seconds, and
 * given up.
 */
final class ModelDependency implements Dependency {

  private final Model model;

  ModelDependency(Model model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public Optional<String> trouble() {
    return model.trouble();
  }
}
