// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Habits that all main code keeps. */
class HouseTests {

  private static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .should(beInANullMarkedPackage())
          .because("the compiler tells what may be null only where a package-info asks it to");

  private static final ArchRule NOBODY_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.assay.standalone..", "dev.assay.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because("services log; only the command line talks to people");

  private static final ArchRule FIELDS_ARE_NOT_INJECTED =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .because("what a class needs is in its constructor");

  private static final ArchRule OBJECTS_ARE_READY_WHEN_CONSTRUCTED =
      noMethods()
          .should()
          .beAnnotatedWith("jakarta.annotation.PostConstruct")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .because("an object is ready when it is constructed, and config is where it is seen");

  private static final ArchRule CONFIGURATION_IS_PRIVATE =
      noClasses()
          .that()
          .resideInAPackage("dev.assay..config..")
          .and()
          .areTopLevelClasses()
          .should()
          .bePublic()
          .because("nobody but the container asks for the wiring");

  private static final ArchRule NAMES_ARE_OF_THE_DOMAIN =
      noClasses()
          .should()
          .haveNameMatching(
              ".*\\.(Abstract\\w*|\\w*(Impl|Manager|Helper|Helpers|Util|Utils|Utility))")
          .because("a name that says nothing hides what a class is for");

  private static final ArchRule LOGS_GO_THROUGH_SLF4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "org.apache.commons.logging..",
              "org.apache.log4j..",
              "org.apache.logging..")
          .because("one process has one log");

  @Test
  void packagesAreNullMarked() {
    MainCode.obeys(PACKAGES_ARE_NULL_MARKED);
  }

  @Test
  void anUnmarkedPackageIsFoundOut() {
    MainCode.isBrokenBy("habits", PACKAGES_ARE_NULL_MARKED, "dev.assay.architecture.bad.habits");
  }

  @Test
  void nobodyPrints() {
    MainCode.obeys(NOBODY_PRINTS);
  }

  @Test
  void aServiceThatPrintsIsFoundOut() {
    MainCode.isBrokenBy("habits", NOBODY_PRINTS, "Talker", "System.out", "System.err");
  }

  @Test
  void fieldsAreNotInjected() {
    MainCode.obeys(FIELDS_ARE_NOT_INJECTED);
  }

  @Test
  void anInjectedFieldIsFoundOut() {
    MainCode.isBrokenBy("habits", FIELDS_ARE_NOT_INJECTED, "Injected.autowired", "Injected.value");
  }

  @Test
  void objectsAreReadyWhenConstructed() {
    MainCode.obeys(OBJECTS_ARE_READY_WHEN_CONSTRUCTED);
  }

  @Test
  void anObjectThatIsFinishedLaterIsFoundOut() {
    MainCode.isBrokenBy(
        "habits", OBJECTS_ARE_READY_WHEN_CONSTRUCTED, "Injected.finish()", "Injected.setter(");
  }

  @Test
  void configurationIsPrivate() {
    MainCode.obeys(CONFIGURATION_IS_PRIVATE);
  }

  @Test
  void publicConfigurationIsFoundOut() {
    MainCode.isBrokenBy("habits", CONFIGURATION_IS_PRIVATE, "OpenConfiguration");
  }

  @Test
  void namesAreOfTheDomain() {
    MainCode.obeys(NAMES_ARE_OF_THE_DOMAIN);
  }

  @Test
  void namesThatSayNothingAreFoundOut() {
    MainCode.isBrokenBy("habits", NAMES_ARE_OF_THE_DOMAIN, "AbstractThing", "ThingManager");
  }

  @Test
  void logsGoThroughSlf4j() {
    MainCode.obeys(LOGS_GO_THROUGH_SLF4J);
  }

  @Test
  void anotherLogIsFoundOut() {
    MainCode.isBrokenBy("habits", LOGS_GO_THROUGH_SLF4J, "java.util.logging.Logger");
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package whose package-info is @NullMarked") {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                javaClass, marked, javaClass.getPackageName() + " of " + javaClass.getName()));
      }
    };
  }
}
