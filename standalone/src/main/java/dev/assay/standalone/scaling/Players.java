// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.scaling;

import dev.assay.roles.Role;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Who plays the four roles of the loop. */
public record Players(Player generator, Player critic, Player refiner, Player verifier) {

  /** Twice the calls that an engine generates for at a time: it never waits for the next. */
  private static final int AT_A_TIME = 128;

  private static final Semaphore GATE = new Semaphore(AT_A_TIME, true);

  /**
   * As the services would be played.
   *
   * @param settings that their configuration refers to
   */
  public static Players of(Map<String, String> settings) {
    return new Players(
        Player.of("generator-service", settings),
        Player.of("critic-service", settings),
        Player.of("refine-service", settings),
        Player.of("verifier-service", settings));
  }

  /** The generator in all roles: a model that criticises itself. */
  public Players generatorAlone() {
    return new Players(
        generator, critic.by(generator), refiner.by(generator), verifier.by(generator));
  }

  /** The critic's weights as the generator: the best solver alone. */
  public Players criticSolving() {
    return new Players(generator.by(critic), critic, refiner, verifier);
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
  Players remembering() {
    return new Players(
        remembering(generator), remembering(critic), remembering(refiner), remembering(verifier));
  }

  private static Player remembering(Player player) {
    Role role = player.role();
    return new Player(role.by(new Remembering(role.model(), GATE)), player.weights());
  }
}
