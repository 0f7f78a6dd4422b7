// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxRelayTests {

  private final CountDownLatch looked = new CountDownLatch(1);

  /** Often, because it once was a race: a thread that began too early took itself for stopped. */
  @RepeatedTest(300)
  void aStartedRelayLooksAtItsOutbox() throws InterruptedException {
    OutboxRelay relay =
        new OutboxRelay(
            JdbcClient.create(new DriverManagerDataSource()),
            new EmptyOutbox(),
            (_, _) -> {
              throw new AssertionError("there is nothing to publish");
            });

    relay.start();

    assertThat(looked.await(5, TimeUnit.SECONDS)).isTrue();
    relay.stop();
    assertThat(relay.isRunning()).isFalse();
  }

  /** A transaction that finds nothing. */
  private final class EmptyOutbox extends TransactionTemplate {

    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("unchecked") // The relay counts rows.
    public <T> T execute(TransactionCallback<T> action) {
      looked.countDown();
      return (T) Integer.valueOf(0);
    }
  }
}
