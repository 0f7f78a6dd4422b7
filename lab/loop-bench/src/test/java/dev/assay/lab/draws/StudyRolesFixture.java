// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.model.Model;
import dev.assay.roles.Role;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Players of a script: drafts are right and wrong by turns, the critic and the refiner know. */
final class StudyRolesFixture {

  static final String RIGHT = "24";
  static final String WRONG = "25";

  private final AtomicInteger drafts = new AtomicInteger();
  final ScriptedModel generator =
      ScriptedModel.answering(_ -> drafts.getAndIncrement() % 2 == 0 ? RIGHT : WRONG);
  final ScriptedModel critic = ScriptedModel.answering(_ -> RIGHT);

  /** Without a suggestion it repeats itself. */
  final ScriptedModel refiner =
      ScriptedModel.answering(prompt -> prompt.endsWith("with " + RIGHT) ? RIGHT : WRONG);

  final ScriptedModel verifier = ScriptedModel.answering(_ -> RIGHT);

  StudyRoles players(boolean blindVerifier) {
    return new StudyRoles(
        player(generator, 0.7, blindVerifier),
        player(critic, 0, blindVerifier),
        player(refiner, 0, blindVerifier),
        player(verifier, 0.7, blindVerifier));
  }

  private static StudyRole player(Model model, double temperature, boolean blind) {
    return new StudyRole(
        new Role(
            model,
            new PlainProtocol(blind),
            temperature,
            1,
            99,
            Duration.ofSeconds(9),
            ServiceRole.STILL),
        "somebody's");
  }
}
