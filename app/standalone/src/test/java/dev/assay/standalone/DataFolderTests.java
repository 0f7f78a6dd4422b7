// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

  @TempDir Path temporary;

  @Test
  void isMadeAndHeldByOne() {
    Path folder = temporary.resolve("a").resolve("b");
    try (DataFolder _ = DataFolder.take(folder)) {
      assertThatThrownBy(() -> DataFolder.take(folder))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data DIR");
    }
    DataFolder.take(folder).close();
  }

  @Test
  void aFolderOfOthersIsLeftAlone() throws Exception {
    Path file = Files.writeString(temporary.resolve("thesis.tex"), "much work");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> DataFolder.take(temporary))
        .isInstanceOf(FolderInUseException.class)
        .hasMessageContaining("thesis.tex")
        .hasMessageContaining("--data DIR");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(temporary.resolve("lock")).doesNotExist();
  }

  @Test
  void oneThatOthersCouldReadIsClosed() throws Exception {
    DataFolder.take(temporary).close();
    Path log = Files.writeString(temporary.resolve("assay.log"), "");
    Path topics = Files.createDirectories(temporary.resolve("kafka").resolve("answers-0"));
    for (Path each : new Path[] {temporary, log, topics, topics.getParent()}) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xrwx"));
    }

    DataFolder.take(temporary).close();

    for (Path each : new Path[] {temporary, log, topics, topics.getParent()}) {
      assertThat(Files.getPosixFilePermissions(each))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void tellsWhereItsServerAnswers() {
    assertThat(DataFolder.runningIn(temporary)).isEmpty();
    URI url = URI.create("http://127.0.0.1:8080");
    try (DataFolder folder = DataFolder.take(temporary)) {
      assertThat(DataFolder.runningIn(temporary).orElseThrow().url()).isEmpty();

      folder.publish(
          new RunningServer(7, Optional.of(url), Optional.of(Path.of("client.properties"))));

      RunningServer found = DataFolder.runningIn(temporary).orElseThrow();
      assertThat(found)
          .isEqualTo(
              new RunningServer(7, Optional.of(url), Optional.of(Path.of("client.properties"))));
    }
    assertThat(DataFolder.runningIn(temporary)).isEmpty();
  }

  @Test
  void lookingAtItDoesNotMakeIt() {
    Path folder = temporary.resolve("none");

    assertThat(DataFolder.runningIn(folder)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void anotherProcessIsRefusedAndAKilledOneIsForgotten() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");
      assertThat(DataFolder.runningIn(temporary).orElseThrow().pid()).isEqualTo(holder.pid());
      assertThatThrownBy(() -> DataFolder.take(temporary))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining("process " + holder.pid());

      holder.destroyForcibly();
      assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Files.exists(temporary.resolve("running"))).isTrue();
    assertThat(DataFolder.runningIn(temporary)).isEmpty();
    DataFolder.take(temporary).close();
  }

  /** Takes a folder and keeps it until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      DataFolder.take(Path.of(arguments[0]));
      System.out.println("held");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
