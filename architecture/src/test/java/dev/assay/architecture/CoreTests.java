// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a core may lean on. */
class CoreTests {

  private static final Set<String> IMPURE =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.exit",
          "java.lang.Thread.sleep",
          "java.lang.Thread.startVirtualThread",
          "java.lang.Thread.ofVirtual",
          "java.lang.Thread.ofPlatform",
          "java.lang.Thread.<init>",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.Collections.shuffle");

  private static final ArchRule CORE_LEANS_ON_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage("dev.assay..core..", "dev.assay.selection..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.assay..core..",
                  "dev.assay.selection..",
                  "dev.assay.contracts",
                  "dev.assay.equality..",
                  "dev.assay.claims",
                  "dev.assay.prompts..",
                  "dev.assay.roles",
                  "dev.assay.model",
                  "java..",
                  "org.jspecify..",
                  // Functions of numbers, as pure as java.lang.Math, with chance an argument.
                  "org.apache.commons.numbers..",
                  "org.apache.commons.rng..",
                  "org.apache.commons.statistics.."))
          .because("deciding must be testable with nothing but a JVM");

  private static final ArchRule CORE_IS_A_FUNCTION_OF_ITS_ARGUMENTS =
      noClasses()
          .that()
          .resideInAnyPackage("dev.assay..core..", "dev.assay.selection..")
          .should()
          .accessTargetWhere(readsTheWorld())
          .because("time, ids and chance are arguments: a task done twice comes out the same");

  private static final ArchRule CORE_DOES_NO_IO =
      noClasses()
          .that()
          .resideInAnyPackage("dev.assay..core..", "dev.assay.selection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.net..",
              "java.nio.file..",
              "java.nio.channels..",
              "java.sql..",
              "javax..")
          .because("files, sockets and databases are for in and out");

  @Test
  void coresLeanOnPlainJava() {
    MainCode.obeys(CORE_LEANS_ON_PLAIN_JAVA);
  }

  @Test
  void aCoreThatKnowsSpringOrTheWiringOfRolesIsFoundOut() {
    MainCode.isBrokenBy(
        "impure.core",
        CORE_LEANS_ON_PLAIN_JAVA,
        "WithSpring",
        "org.springframework.stereotype.Component",
        "WithMessaging",
        "dev.assay.messaging.Failure",
        "WithAdapter",
        "dev.assay.model.openai.OpenAiSettings");
  }

  @Test
  void coresAreFunctionsOfTheirArguments() {
    MainCode.obeys(CORE_IS_A_FUNCTION_OF_ITS_ARGUMENTS);
  }

  @Test
  void aCoreThatLooksAtTheClockOrDrawsLotsIsFoundOut() {
    MainCode.isBrokenBy(
        "impure.core",
        CORE_IS_A_FUNCTION_OF_ITS_ARGUMENTS,
        "Worldly.calls()",
        "Worldly.refers()",
        "java.time.Instant.now()",
        "java.lang.System.currentTimeMillis()",
        "java.util.UUID.randomUUID()",
        "java.lang.Thread.sleep(long)",
        "java.lang.System.out",
        "java.util.Random.<init>()");
  }

  @Test
  void coresDoNoIo() {
    MainCode.obeys(CORE_DOES_NO_IO);
  }

  @Test
  void aCoreThatReadsFilesIsFoundOut() {
    MainCode.isBrokenBy("impure.core", CORE_DOES_NO_IO, "WithFiles", "java.nio.file.Files");
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
    return DescribedPredicate.describe(
        "is the clock, chance, a thread, the environment or the console",
        access ->
            IMPURE.contains(
                access.getTarget().getOwner().getName() + "." + access.getTarget().getName()));
  }
}
