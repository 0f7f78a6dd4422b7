// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen in files and not in classes; each rule lists what breaks it. */
class SourcesTests {

  private static final String HEADER = "// SPDX-License-Identifier: Apache-2.0\n";
  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "^ +@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\\b",
          Pattern.MULTILINE);
  private static final Pattern KIT =
      Pattern.compile("^(public )?abstract class ", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(public |final |abstract |sealed |non-sealed )*(class|interface|record|enum|@interface) ",
          Pattern.MULTILINE);

  private final Sources project = Sources.ofThisProject();

  @TempDir private Path folder;

  @Test
  void theModulesAreWhereTheyAreLookedFor() {
    assertThat(project.modules()).contains("lib/contracts", "refine-service", "architecture");
    assertThat(project.modules()).allSatisfy(each -> assertThat(project.java(each)).isNotEmpty());
  }

  @Test
  void everyModuleIsBuilt() {
    assertThat(project.modules()).containsExactlyInAnyOrderElementsOf(project.foldersWithAPom());
  }

  @Test
  void theRulesSeeEveryClassOfEveryModule() {
    List<String> unseen =
        project.modules().stream()
            .flatMap(module -> classNames(module))
            .filter(name -> !MainCode.CLASSES.contain(name))
            .toList();

    assertThat(unseen)
        .as("classes without a rule: their modules are missing in architecture/pom.xml")
        .isEmpty();
  }

  private Stream<String> classNames(String module) {
    Path sources = project.root().resolve(module).resolve("src/main/java");
    return project.mainJava(module).stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> sources.relativize(file).toString())
        .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'));
  }

  @Test
  void aModuleDependsOnModulesAboveItOnly() {
    assertThat(upwards(project)).isEmpty();
  }

  @Test
  void aModuleThatDependsOnOneBelowIsFoundOut() throws IOException {
    write("pom.xml", "<module>one</module><module>two</module>");
    write("one/pom.xml", artifact("one") + dependency("two"));
    write("two/pom.xml", artifact("two") + dependency("one"));

    assertThat(upwards(new Sources(folder))).containsExactly("one depends on two");
  }

  private static List<String> upwards(Sources sources) {
    List<String> artifacts = sources.modules().stream().map(sources::artifact).toList();
    return sources.modules().stream()
        .flatMap(
            module ->
                sources.dependencies(module).stream()
                    .filter(
                        other ->
                            artifacts.indexOf(other) >= artifacts.indexOf(sources.artifact(module)))
                    .map(other -> module + " depends on " + other))
        .toList();
  }

  private static String artifact(String name) {
    return "</parent>\n<artifactId>" + name + "</artifactId>";
  }

  private static String dependency(String name) {
    return "<dependency>\n  <groupId>dev.assay</groupId>\n  <artifactId>"
        + name
        + "</artifactId></dependency>";
  }

  @Test
  void everyFileNamesItsLicence() {
    assertThat(project.modules())
        .flatMap(project::java)
        .filteredOn(SourcesTests::unlicensed)
        .isEmpty();
  }

  @Test
  void aFileWithoutItsLicenceIsFoundOut() throws IOException {
    assertThat(unlicensed(write("Bare.java", "package x;\n"))).isTrue();
    assertThat(unlicensed(write("Late.java", "package x;\n" + HEADER))).isTrue();
    assertThat(unlicensed(write("Good.java", HEADER + "package x;\n"))).isFalse();
  }

  private static boolean unlicensed(Path file) {
    return !Sources.read(file).startsWith(HEADER);
  }

  @Test
  void testsAreNamedSoThatTheyRun() {
    assertThat(project.modules())
        .flatMap(project::testJava)
        .filteredOn(SourcesTests::isMisnamedTest)
        .isEmpty();
    assertThat(project.modules())
        .flatMap(project::testJava)
        .filteredOn(file -> TEST_METHOD.matcher(Sources.read(file)).find())
        .as("tests that the pattern finds at all")
        .hasSizeGreaterThan(30);
  }

  @Test
  void aTestThatWouldNotRunIsFoundOut() throws IOException {
    String test = "class X {\n  @Test\n  void it() {}\n}\n";

    assertThat(isMisnamedTest(write("CriticTest.java", test))).isTrue();
    assertThat(isMisnamedTest(write("CriticSpec.java", test))).isTrue();
    assertThat(isMisnamedTest(write("CriticTests.java", test))).isFalse();
    assertThat(isMisnamedTest(write("CriticIT.java", test))).isFalse();
    assertThat(isMisnamedTest(write("ModelContract.java", "abstract " + test))).isFalse();
    assertThat(isMisnamedTest(write("Fixture.java", "class Fixture {}\n"))).isFalse();
  }

  /** Surefire runs {@code …Tests}, failsafe {@code …IT}; a kit runs by those that extend it. */
  private static boolean isMisnamedTest(Path file) {
    String text = Sources.read(file);
    return TEST_METHOD.matcher(text).find()
        && !KIT.matcher(text).find()
        && !file.getFileName().toString().matches("\\w+(Tests|IT)\\.java");
  }

  @Test
  void everyTypeSaysWhyItExists() {
    assertThat(project.modules())
        .flatMap(project::mainJava)
        .filteredOn(SourcesTests::isUnexplained)
        .isEmpty();
  }

  @Test
  void anUnexplainedTypeIsFoundOut() throws IOException {
    assertThat(isUnexplained(write("A.java", "import x;\n\npublic final class A {}\n"))).isTrue();
    assertThat(isUnexplained(write("B.java", "/** Why. */\nimport x;\nrecord B() {}\n"))).isTrue();
    assertThat(
            isUnexplained(write("C.java", "import x;\n\n/** Why. */\n@X(\n \"y\")\nenum C {}\n")))
        .isFalse();
    assertThat(isUnexplained(write("package-info.java", "@X\npackage x;\n"))).isTrue();
  }

  /** Whether no Javadoc stands between the imports and the first type, or above the package. */
  private static boolean isUnexplained(Path file) {
    String text = Sources.read(file);
    if (file.endsWith("package-info.java")) {
      return !text.contains("/**");
    }
    var type = TYPE.matcher(text);
    return !type.find()
        || !text.substring(text.lastIndexOf("\nimport ", type.start()) + 1, type.start())
            .contains("\n/**");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
