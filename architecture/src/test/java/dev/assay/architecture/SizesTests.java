// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much has to be in a reader's head at a time: lines of files and of methods. */
class SizesTests {

  private static final int MEDIAN_FILE = 63;
  private static final int NINE_FILES_IN_TEN = 141;
  private static final int LONGEST_FILE = 268;
  private static final int NINE_METHODS_IN_TEN = 15;
  private static final int LONGEST_METHOD = 36;

  @TempDir private Path folder;

  @Test
  void filesStayShort() {
    List<Integer> lines = fileLengths(mainJava());

    assertThat(quantile(lines, 0.5)).isLessThanOrEqualTo(MEDIAN_FILE);
    assertThat(quantile(lines, 0.9)).isLessThanOrEqualTo(NINE_FILES_IN_TEN);
    assertThat(mainJava()).filteredOn(file -> lines(file) > LONGEST_FILE).isEmpty();
  }

  @Test
  void methodsStayShort() throws IOException {
    List<Method> methods = methods(mainJava());

    assertThat(methods).hasSizeGreaterThan(1_000);
    assertThat(quantile(methods.stream().map(Method::lines).toList(), 0.9))
        .isLessThanOrEqualTo(NINE_METHODS_IN_TEN);
    assertThat(methods).filteredOn(each -> each.lines() > LONGEST_METHOD).isEmpty();
  }

  @Test
  void aLongMethodIsFoundOut() throws IOException {
    Path file = folder.resolve("Long.java");
    Files.writeString(
        file, "class Long {\n  void run() {\n" + "    go();\n".repeat(40) + "  }\n}\n");

    assertThat(methods(List.of(file))).containsExactly(new Method("Long.java: run", 42));
  }

  private static List<Path> mainJava() {
    Sources project = Sources.ofThisProject();
    return project.modules().stream().flatMap(each -> project.mainJava(each).stream()).toList();
  }

  private static List<Integer> fileLengths(List<Path> files) {
    return files.stream().map(SizesTests::lines).toList();
  }

  /** Without imports, which nobody reads. */
  private static int lines(Path file) {
    return (int) Sources.read(file).lines().filter(line -> !line.startsWith("import ")).count();
  }

  private static int quantile(Collection<Integer> values, double share) {
    List<Integer> sorted = values.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  /** A method or constructor with a body, from its name's line or modifiers to its last brace. */
  private record Method(String name, int lines) {}

  private static List<Method> methods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Method> methods = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, methods).scan(unit, null);
      }
    }
    return methods;
  }

  private static final class MethodScanner extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        LineMap map = unit.getLineMap();
        long first = map.getLineNumber(positions.getStartPosition(unit, method));
        long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        methods.add(new Method(file + ": " + method.getName(), (int) (last - first + 1)));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
