// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptIT {

  private static final Path SCRIPT = Path.of("../../assay");

  @TempDir Path folder;

  @Test
  void withoutTheRightJdkItSaysWhatToInstallAndWhereItLooked() throws Exception {
    Path old = jdk("jdk with space", "17.0.1");

    Said said = run(old);

    assertThat(said.status).isEqualTo(1);
    assertThat(said.text)
        .contains("no JDK 25 found", old + " (Java 17)", "/usr/lib/jvm", "JAVA_HOME", "Temurin");
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Path copy = Files.copy(SCRIPT, folder.resolve("assay"));

    Said said = run(copy, jdk("jdk", "25.0.1"));

    assertThat(said.status).isEqualTo(1);
    assertThat(said.text).contains("Maven (mvn) is not on the PATH");
  }

  @Test
  void aCheckoutThatCannotBeWrittenIsSaidSo() throws Exception {
    Path copy = Files.copy(SCRIPT, folder.resolve("assay"));
    // A file where a folder has to be is in nobody's power, not even in root's.
    Files.createDirectories(folder.resolve("app/cli"));
    Files.writeString(folder.resolve("app/cli/target"), "");

    Said said = run(copy, jdk("jdk", "25.0.1"));

    assertThat(said.status).isEqualTo(1);
    assertThat(said.text)
        .contains("nothing is built yet", folder.resolve("app/cli/target") + " cannot be written");
  }

  @Test
  void whatADeadBuilderLeftIsNoHindrance() throws Exception {
    Path copy = Files.copy(SCRIPT, folder.resolve("assay"));
    Path target = Files.createDirectories(folder.resolve("app/cli/target"));
    Files.writeString(target.resolve("assay.building"), "1");
    Files.writeString(folder.resolve("app/cli/.building"), "");

    assertThat(run(copy, jdk("jdk", "25.0.1")).text).contains("Maven (mvn) is not on the PATH");
  }

  @Test
  void whatIsBuiltRunsInUtf8WithTheLibrariesOfTheBuild() throws Exception {
    Path copy = built("x.jar");

    Said said = run(copy, speakingJdk());

    assertThat(said.status).as(said.text).isZero();
    assertThat(said.text).contains("C.UTF-8", "dev.assay.cli.Assay help");
  }

  @Test
  void aLibraryThatIsGoneIsSaidSo() throws Exception {
    Path copy = built("x.jar");
    Files.delete(folder.resolve("x.jar"));

    // Without Maven it cannot be built anew.
    assertThat(run(copy, speakingJdk()).text).contains("Maven (mvn) is not on the PATH");
  }

  @Test
  void anOutputThatIsClosedIsNotGivenToAnotherFile() throws Exception {
    Path copy = built("x.jar");
    Path jdk = speakingJdk();
    // There is a descriptor, so that none of the program's files gets its number; nothing goes in.
    Files.writeString(
        jdk.resolve("bin/java"), "#!/bin/sh\nexec 3>&1\necho x || echo there and refused >&2\n");

    Said said =
        run(Files.writeString(folder.resolve("closing"), "sh " + copy + " help >&-\n"), jdk);

    assertThat(said.text).contains("there and refused");
  }

  /** A checkout that needs no Maven. */
  private Path built(String library) throws IOException {
    Path root = folder.toRealPath();
    Path target = Files.createDirectories(root.resolve("app/cli/target"));
    Files.writeString(root.resolve(library), "");
    Files.writeString(target.resolve("assay.built"), root.toString());
    Files.writeString(target.resolve("assay.classpath"), root.resolve(library) + "\n");
    Files.writeString(target.resolve("assay.args"), "-cp \"" + root.resolve(library) + "\"");
    return Files.copy(SCRIPT, root.resolve("assay"));
  }

  /** A Java that says what it was started with. */
  private Path speakingJdk() throws IOException {
    Path jdk = jdk("speaking", "25.0.1");
    Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL $*\"\n");
    return jdk;
  }

  private Said run(Path jdk) throws Exception {
    return run(SCRIPT, jdk);
  }

  /** With the basic tools only, no JDK but the given one, and no Maven. */
  private Said run(Path script, Path jdk) throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        new String[] {
          "sh",
          "sed",
          "cat",
          "dirname",
          "readlink",
          "uname",
          "find",
          "mkdir",
          "rm",
          "sleep",
          "tr",
          "flock"
        }) {
      Path link = tools.resolve(tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, which(tool));
      }
    }
    Files.createDirectories(folder.resolve("app/cli"));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", script.toString(), "help").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("ASSAY_JDKS", "");
    builder.environment().put("PATH", tools.toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes());
    return new Said(process.waitFor(), text);
  }

  private static Path which(String tool) {
    Path usual = Path.of("/usr/bin", tool);
    return Files.exists(usual) ? usual : Path.of("/bin", tool);
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      Files.writeString(bin.resolve(program), "#!/bin/sh\n");
      Files.setPosixFilePermissions(
          bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private record Said(int status, String text) {}
}
