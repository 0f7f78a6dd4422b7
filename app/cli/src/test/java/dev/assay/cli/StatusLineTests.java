// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StatusLineTests {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  void aTerminalsLineIsRewritten() {
    StatusLine line = line(true);

    line.show("drafted 1/8");
    line.show("drafted 1/8");
    line.show("done");
    line.clear();

    assertThat(text()).isEqualTo("\rdrafted 1/8\u001b[K\rdone\u001b[K\r\u001b[K");
  }

  @Test
  void elsewhereNewsComesNowAndThen() {
    StatusLine line = line(false);

    line.show("first");
    line.show("too soon");
    now.set(Instant.EPOCH.plusSeconds(5));
    line.show("later");
    line.clear();

    assertThat(text()).isEqualTo("first\nlater\n");
  }

  @Test
  void theLastWordStays() {
    StatusLine line = line(true);

    line.show("starting");
    line.done("ready");
    line.clear();

    assertThat(text()).isEqualTo("\rstarting\u001b[K\rready\u001b[K\n");
  }

  @Test
  void aLineIsNeverBrokenByTheTerminal() {
    StatusLine line = line(true);

    line.show("drafted 1/8, criticised 5, refined 2");
    line.clear();

    assertThat(text()).isEqualTo("\rdrafted 1/8, criti…\u001b[K\r\u001b[K");
  }

  private StatusLine line(boolean terminal) {
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new StatusLine(() -> out, terminal, () -> 20, now::get);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
