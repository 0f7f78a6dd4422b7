// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * One line about what is going on, on standard error: rewritten in place on a terminal, now and
 * then a line of its own elsewhere.
 */
final class StatusLine {

  /** Logs and pipes get news this often at most. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Supplier<PrintStream> err;
  private final boolean terminal;
  private final IntSupplier width;
  private final InstantSource clock;
  private String shown = "";
  private long lastMillis;

  /**
   * @param width of the terminal, asked for each time: people resize it
   */
  StatusLine(Supplier<PrintStream> err, boolean terminal, IntSupplier width, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.width = width;
    this.clock = clock;
  }

  static StatusLine onStandardError() {
    // Looked up each time: it moves when native code is sent elsewhere.
    return new StatusLine(
        () -> System.err,
        Terminal.isTerminal(NativeErrors.descriptor()),
        () -> Terminal.width(NativeErrors.descriptor()),
        InstantSource.system());
  }

  /** Shows what is going on now. */
  synchronized void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    long now = clock.millis();
    if (terminal) {
      // Back to the first column, the text, and nothing left of a longer one.
      err.get().print("\r" + fitted(text) + "\u001b[K");
      err.get().flush();
    } else if (shown.isEmpty() || now - lastMillis >= PAUSE.toMillis()) {
      err.get().println(text);
      lastMillis = now;
    } else {
      return;
    }
    shown = text;
  }

  /** Ends with a line that stays. */
  synchronized void done(String text) {
    err.get().println(terminal ? "\r" + text + "\u001b[K" : text);
    shown = "";
    lastMillis = clock.millis();
  }

  /** Takes the line away, so that others may write. */
  synchronized void clear() {
    if (terminal && !shown.isEmpty()) {
      err.get().print("\r\u001b[K");
      err.get().flush();
    }
    shown = "";
  }

  /** A line that is broken by the terminal cannot be taken back: only its last part would go. */
  private String fitted(String text) {
    int most = width.getAsInt() - 1;
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
