// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.trouble;

import dev.assay.client.AssayClient;
import dev.assay.client.UnavailableException;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.lab.faults.system.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A caller who always has some problems under way, of several sizes, and gives one up now and then.
 * Whoever does not answer is asked again under the same key.
 */
public final class ProblemLoad {

  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofSeconds(8);
  private static final int LOOK_MILLIS = 200;
  private static final int ONE_IN_IS_GIVEN_UP = 11;
  private static final int ONE_IN_IS_SHORT = 13;
  private static final List<PolicyOverrides> SIZES =
      List.of(
          PolicyOverrides.grid(2, 2, 1, USUAL),
          PolicyOverrides.adaptive(4, 3, 1, USUAL),
          PolicyOverrides.grid(4, 2, 1, USUAL),
          PolicyOverrides.grid(1, 1, 0, USUAL));

  private final List<AssayClient> clients;
  private final String name;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> givenUp = new HashSet<>();
  private int next;
  private int turn;

  /** Of a problem that may have been taken though nobody said so; null if there is none. */
  private @Nullable PolicyOverrides unheard;

  /**
   * @param name a word that the labels of its problems begin with
   */
  public ProblemLoad(List<URI> gateways, String name) {
    this.clients = gateways.stream().map(AssayClient::new).toList();
    this.name = name;
  }

  /**
   * Looks at what is under way, and brings new problems until there are so many. One whose taking
   * in was not heard of is brought again, under the same key: it may be there.
   */
  public void keep(int underWay) {
    try {
      look();
      if (unheard != null) {
        ask(unheard);
      }
      while (open.size() < underWay) {
        ask(SIZES.get(next % SIZES.size()));
      }
    } catch (UnavailableException e) {
      // It has been killed, or says that it is busy: another replica, or another time.
      turn++;
    }
  }

  /** Brings one problem of this size, and gives its id. */
  public String ask(PolicyOverrides size) {
    String label = name + next;
    boolean shorter = next % ONE_IN_IS_SHORT == ONE_IN_IS_SHORT - 1;
    PolicyOverrides effort = shorter ? size.withDeadline(SHORT) : size;
    unheard = size;
    String id = client().submit("What is 2 + 2? (problem " + label + ")", effort, label);
    unheard = null;
    labels.put(label, id);
    open.add(id);
    next++;
    if (next % ONE_IN_IS_GIVEN_UP == 0) {
      givenUp.add(id);
      client().cancel(id);
    }
    return id;
  }

  private void look() {
    for (String id : new ArrayList<>(open)) {
      if (client().problem(id).settled()) {
        open.remove(id);
      }
    }
  }

  private AssayClient client() {
    return clients.get(turn % clients.size());
  }

  /** Waits until all of them are settled. */
  public void awaitSettled() {
    Waiting.until(
        "all problems are settled",
        () -> {
          keep(0);
          return open.isEmpty() && unheard == null;
        });
  }

  /** Keeps so many problems under way until it is told to stop. */
  public void keepOn(int underWay, BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      keep(underWay);
      Waiting.pause(LOOK_MILLIS);
    }
  }

  /** The ids of all problems by the labels in their questions. */
  public Map<String, String> labels() {
    return Map.copyOf(labels);
  }

  /** The ids of those that were given up, settled before or not. */
  public Set<String> givenUp() {
    return Set.copyOf(givenUp);
  }
}
