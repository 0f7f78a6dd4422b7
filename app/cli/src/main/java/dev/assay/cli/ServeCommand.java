// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.standalone.DataFolder;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.ModelEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole system until it is told to stop. */
@Command(
    name = "serve",
    description = "Start the whole system and keep it running.",
    footer = {"", "Exit codes: 1 did not start; 2 wrong usage, or refused; 130 interrupted."},
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  static final int USUAL_PORT = 8080;
  static final String USUAL_DATA = ".assay";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = USUAL_DATA,
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(USUAL_DATA);

  @Option(
      names = "--port",
      defaultValue = "" + USUAL_PORT,
      description = "Where to answer, on 127.0.0.1; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port = USUAL_PORT;

  @Override
  public Integer call() throws InterruptedException {
    Host.requireStartable(data);
    DataFolder.requireFree(data);
    requireFree(port);
    StatusLine status = StatusLine.onStandardError();
    try (Host host = Host.start(data, port, status)) {
      host.embedded().ifPresent(EmbeddedSystem::publish);
      explain(System.out, host.url(), data);
      Streams.requireWritten();
      // Until SIGINT or SIGTERM, whose shutdown hook stops the system.
      new CountDownLatch(1).await();
    }
    return ExitCode.VERIFIED;
  }

  static void explain(PrintStream out, URI url, Path data) {
    String problem = "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";
    String folder = data.equals(Path.of(USUAL_DATA)) ? "" : " --data '" + data + "'";
    out.printf(
        """
        Assay answers at %1$s

          ask      ./assay ask "%2$s"%3$s
          HTTP     curl -s %1$s/v1/problems -H 'Content-Type: application/json' \\
                     -d '{"question": "%2$s"}'
          OpenAI   base URL %1$s/v1
          models   %6$s
          data     %4$s (its log: %5$s)

        Ctrl-C stops it.
        """,
        url,
        problem,
        folder,
        data,
        data.resolve("assay.log"),
        ModelEnvironment.here().description());
  }

  /** Asked before anything starts, so that the answer comes at once. */
  static void requireFree(int port) {
    if (port < 0 || port > 65535) {
      throw new UsageException("--port: " + port + " (expected: 0 to 65535)");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new SystemFailedException(
          "port "
              + port
              + " of 127.0.0.1 cannot be used: "
              + e.getMessage()
              + ".\n"
              + "Choose another one, such as ./assay serve --port "
              + other(port));
    }
  }

  private static int other(int port) {
    return port < 65535 ? port + 1 : USUAL_PORT;
  }
}
