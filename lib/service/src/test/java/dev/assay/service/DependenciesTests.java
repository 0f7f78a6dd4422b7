// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DependenciesTests {

  private static final Duration SOON = Duration.ofMillis(10);

  private volatile boolean broken;
  private final Thing broker = new Thing("broker");
  private final Thing model = new Thing("model");
  private final List<String> started = Collections.synchronizedList(new ArrayList<>());

  @Test
  void nothingStartsBeforeEverythingIsThere() {
    broker.trouble = "no broker";
    Dependencies dependencies = dependencies(true);
    dependencies.start();
    await().until(() -> dependencies.troubles().containsKey("broker"));

    assertThat(started).isEmpty();
    assertThat(new DependenciesHealth(dependencies).health().getStatus()).isEqualTo(Status.DOWN);

    broker.trouble = null;
    await().until(dependencies::isOpen);
    assertThat(started).containsExactly("first", "second");
    assertThat(new DependenciesHealth(dependencies).health().getStatus()).isEqualTo(Status.UP);
    dependencies.stop();
  }

  @Test
  void whatGoesAwayAgainIsToldByTheReadiness() {
    Dependencies dependencies = dependencies(true);
    dependencies.start();
    await().until(dependencies::isOpen);

    model.trouble = "it sleeps";

    await().until(() -> dependencies.troubles().containsValue("it sleeps"));
    assertThat(new DependenciesHealth(dependencies).health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(started).hasSize(2);
    model.trouble = null;
    await().until(() -> dependencies.troubles().isEmpty());
    dependencies.stop();
  }

  @Test
  void aLookThatFailsIsATrouble() {
    model.failure = new IllegalStateException("cannot look");
    Dependencies dependencies = dependencies(true);
    dependencies.start();

    await().until(() -> dependencies.troubles().containsKey("model"));
    assertThat(dependencies.troubles().get("model")).contains("cannot look");
    assertThat(dependencies.isOpen()).isFalse();
    dependencies.stop();
  }

  @Test
  void whereItIsNotToWaitWhatIsMissingEndsTheStart() {
    broker.trouble = "no broker";

    assertThatThrownBy(() -> dependencies(false).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no broker");
    assertThat(started).isEmpty();
  }

  @Test
  void whereItIsNotToWaitEverythingHasStartedWithIt() {
    dependencies(false).start();

    assertThat(started).containsExactly("first", "second");
  }

  @Test
  void whatCannotBeStartedBreaksTheProcess() {
    Dependencies dependencies =
        new Dependencies(
            List.of(),
            () -> {
              throw new IllegalStateException("no");
            },
            new DependenciesProperties(true, SOON, SOON),
            () -> broken = true);

    dependencies.start();

    await().until(() -> broken);
    assertThat(dependencies.isOpen()).isFalse();
    dependencies.stop();
  }

  @Test
  void whatTheProcessWasToldWronglyEndsIt() {
    model.failure = new IllegalArgumentException("assay.model: x (expected: y)");
    Dependencies dependencies = dependencies(true);

    dependencies.start();

    await().until(() -> broken);
    assertThat(started).isEmpty();
    assertThatThrownBy(() -> dependencies(false).start())
        .isInstanceOf(IllegalArgumentException.class);
    dependencies.stop();
  }

  @Test
  void nothingStartsAfterItWasStopped() {
    broker.trouble = "no broker";
    Dependencies dependencies = dependencies(true);
    dependencies.start();
    await().until(() -> !dependencies.troubles().isEmpty());

    dependencies.stop();
    broker.trouble = null;

    assertThat(dependencies.isRunning()).isFalse();
    assertThat(started).isEmpty();
  }

  private Dependencies dependencies(boolean await) {
    return new Dependencies(
        List.of(broker, model),
        () -> List.of(new Starting("second", 2), new Starting("first", 1)),
        new DependenciesProperties(await, SOON, SOON),
        () -> broken = true);
  }

  private static final class Thing implements Dependency {

    private final String name;
    private volatile @Nullable String trouble;
    private volatile @Nullable RuntimeException failure;

    private Thing(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<String> trouble() {
      RuntimeException toThrow = failure;
      if (toThrow != null) {
        throw toThrow;
      }
      return Optional.ofNullable(trouble);
    }
  }

  private final class Starting implements Dependent {

    private final String name;
    private final int phase;

    private Starting(String name, int phase) {
      this.name = name;
      this.phase = phase;
    }

    @Override
    public void start() {
      started.add(name);
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return started.contains(name);
    }

    @Override
    public int getPhase() {
      return phase;
    }
  }
}
