// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another user of this machine, who has a shell and Java, and nothing to do with Assay. */
public final class OtherUser {

  private static final String NUMBER = "65534";
  private static final int PATIENCE_SECONDS = 60;

  private OtherUser() {}

  /** What came of a command. */
  public record Said(int status, String text) {}

  /** Ends the test where commands cannot be run as somebody else. */
  public static void require() {
    String lacking = "only root may run a program as another user, by setpriv";
    Required.orSkip("other-user", canBecome(), lacking);
  }

  private static boolean canBecome() {
    try {
      return run(List.of("true")).status() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** Runs a line of shell. */
  public static Said shell(String line) throws IOException, InterruptedException {
    return run(List.of("sh", "-c", line));
  }

  /**
   * Runs a program of Java.
   *
   * @param open a folder that everybody may read; what the program needs is copied there
   * @param main its main class, all of it
   * @param libraries a class of each library that it needs
   */
  public static Said java(Path open, Class<?> main, List<Class<?>> libraries, String... arguments)
      throws IOException, InterruptedException {
    List<String> classPath = new ArrayList<>(List.of(open.toString()));
    String name = main.getName().replace('.', '/') + ".class";
    copy(origin(main).resolve(name), open.resolve(name));
    for (Class<?> each : libraries) {
      Path library = origin(each);
      copy(library, open.resolve(library.getFileName()));
      classPath.add(open.resolve(library.getFileName()).toString());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                String.join(":", classPath),
                main.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static Said run(List<String> command) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + NUMBER, "--regid=" + NUMBER, "--clear-groups"));
    line.addAll(command);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after " + PATIENCE_SECONDS + " s: " + line);
    }
    return new Said(process.exitValue(), text);
  }
}
