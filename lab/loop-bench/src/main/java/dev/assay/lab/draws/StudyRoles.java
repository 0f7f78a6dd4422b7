// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.roles.Role;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Who plays the four roles of the loop. */
public record StudyRoles(
    StudyRole generator, StudyRole critic, StudyRole refiner, StudyRole verifier) {

  /** Twice the calls that an engine generates for at a time: it never waits for the next. */
  private static final int AT_A_TIME = 128;

  private static final Semaphore GATE = new Semaphore(AT_A_TIME, true);

  /**
   * As the services would be played.
   *
   * @param settings that the configuration of a service refers to, by the service's name
   */
  public static StudyRoles of(Function<String, Map<String, String>> settings) {
    return new StudyRoles(
        player("generator-service", settings),
        player("critic-service", settings),
        player("refine-service", settings),
        player("verifier-service", settings));
  }

  private static StudyRole player(String service, Function<String, Map<String, String>> settings) {
    return StudyRole.of(service, settings.apply(service));
  }

  /** The generator in all roles: a model that criticises itself. */
  public StudyRoles generatorAlone() {
    return new StudyRoles(
        generator, critic.by(generator), refiner.by(generator), verifier.by(generator));
  }

  /** The critic's weights as the generator: the best solver alone. */
  public StudyRoles criticSolving() {
    return new StudyRoles(generator.by(critic), critic, refiner, verifier);
  }

  /** To be told apart from others. */
  Map<String, String> descriptions() {
    return Map.of(
        "generator", generator.description(),
        "critic", critic.description(),
        "refiner", refiner.description(),
        "verifier", verifier.description());
  }

  /** Asked the same thing, they remember what they said: as long as the problem lasts. */
  StudyRoles remembering() {
    return new StudyRoles(
        remembering(generator), remembering(critic), remembering(refiner), remembering(verifier));
  }

  private static StudyRole remembering(StudyRole player) {
    Role role = player.role();
    return new StudyRole(role.by(new MemoizingModel(role.model(), GATE)), player.weights());
  }
}
