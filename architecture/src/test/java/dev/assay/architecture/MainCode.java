// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/** What the rules are checked against: the real classes, and those that break a rule on purpose. */
final class MainCode {

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.assay");

  private MainCode() {}

  /** The rule holds for everything that is shipped. */
  static void obeys(ArchRule rule) {
    rule.check(CLASSES);
  }

  /** The rule can fail: it does for the package under {@code bad}, at each of these places. */
  static void isBrokenBy(String bad, ArchRule rule, String... places) {
    JavaClasses classes =
        new ClassFileImporter().importPackages("dev.assay.architecture.bad." + bad);
    assertThat(classes).as("classes of bad.%s", bad).isNotEmpty();

    EvaluationResult result = rule.evaluate(classes);

    String report = String.join("\n", result.getFailureReport().getDetails());
    assertThat(places).isNotEmpty();
    assertThat(report).contains(places);
    assertThatThrownBy(() -> rule.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("because");
  }
}
