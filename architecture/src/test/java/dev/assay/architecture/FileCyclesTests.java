// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a file can be read without reading another that needs it. */
class FileCyclesTests {

  private static final ArchRule NO_CYCLES =
      slices()
          .assignedFrom(new ByFile())
          .should()
          .beFreeOfCycles()
          .because("what needs each other is understood together: it belongs into one file");

  @Test
  void filesDoNotNeedEachOther() {
    MainCode.obeys(NO_CYCLES);
  }

  @Test
  void filesThatNeedEachOtherAreFoundOut() {
    MainCode.isBrokenBy("cycle", NO_CYCLES, "cycle.hen.Hen", "cycle.egg.Egg");
  }

  private static final class ByFile implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      JavaClass outermost = javaClass;
      Optional<JavaClass> around = outermost.getEnclosingClass();
      while (around.isPresent()) {
        outermost = around.get();
        around = outermost.getEnclosingClass();
      }
      return SliceIdentifier.of(outermost.getName());
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }
}
