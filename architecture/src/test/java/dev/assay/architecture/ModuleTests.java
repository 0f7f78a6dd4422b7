// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.assay.model.Message;
import dev.assay.model.ModelSource;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ModuleTests {

  private static final ArchRule SERVICES_ARE_STRANGERS =
      slices()
          .assignedFrom(new ByService())
          .should()
          .notDependOnEachOther()
          .because("topics are the only road between services");

  private static final ArchRule IN_DOES_NOT_KNOW_OUT =
      noClasses()
          .that()
          .resideInAPackage("dev.assay..in..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay..out..")
          .because("in and out meet in the core, and config introduces them");

  private static final ArchRule OUT_DOES_NOT_KNOW_IN =
      noClasses()
          .that()
          .resideInAPackage("dev.assay..out..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay..in..")
          .because("in and out meet in the core, and config introduces them");

  private static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.assay.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package");

  private static final ArchRule CONTRACTS_ARE_PLAIN =
      classes()
          .that()
          .resideInAPackage("dev.assay..contracts..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.assay..contracts..",
                  "java..",
                  "org.jspecify..",
                  "com.fasterxml.jackson.annotation..",
                  "tools.jackson.."))
          .because("whoever speaks the language need not take the framework");

  private static final String[] READING = {
    "dev.assay.text..",
    "dev.assay.equality..",
    "dev.assay.claims..",
    "dev.assay.prompts..",
    "dev.assay.architecture.bad.plain.claims.."
  };

  /** What is said to a model and what it says, and where it is; not the model. */
  private static final DescribedPredicate<JavaClass> WORDS_OF_THE_MODEL_PORT =
      belongToAnyOf(Message.class, Prompt.class, Reply.class, ModelSource.class);

  private static final ArchRule READING_IS_PLAIN =
      classes()
          .that()
          .resideInAnyPackage(READING)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(READING)
                  .or(WORDS_OF_THE_MODEL_PORT)
                  .or(resideInAnyPackage("dev.assay.contracts", "java..", "org.jspecify..")))
          .because("a prompt goes out and a reply comes in, with no model in sight");

  private static final ArchRule THE_MODEL_PORT_IS_PLAIN =
      classes()
          .that()
          .resideInAnyPackage("dev.assay..plain.model..", "dev.assay.model")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.assay.model", "dev.assay.text", "java..", "org.jspecify.."))
          .because("a core never learns which adapter answered");

  private static final ArchRule MODELS_KNOW_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAnyPackage("dev.assay..plain.model..", "dev.assay.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "dev.assay.contracts..",
              "dev.assay.messaging..",
              "dev.assay.roles..")
          .because("a model serves any loop, not just this one");

  private static final ArchRule ROLES_ARE_PLAIN =
      classes()
          .that()
          .resideInAPackage("dev.assay..roles")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.assay..roles",
                  "dev.assay.contracts",
                  "dev.assay.prompts..",
                  "dev.assay.text",
                  "dev.assay.model",
                  "java..",
                  "org.jspecify.."))
          .because("cores hold roles; the wiring is in roles.config");

  private static final ArchRule KINDS_OF_MODELS_ARE_FOUND_BY_NAME =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.assay.model.openai..",
              "dev.assay.model.tensorflow..",
              "dev.assay.embedded.model..",
              "dev.assay.standalone..",
              "dev.assay.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.assay.model.openai..", "dev.assay.model.tensorflow..", "org.tensorflow..")
          .because("a service carries the kinds of models that it is packaged with, and no other");

  private static final ArchRule THE_EMBEDDED_MODEL_IS_A_PLUG_IN =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.assay.embedded.grammar..", "dev.assay.embedded.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay.embedded.grammar..")
          .because("the toy language is one among others, and found as they are");

  private static final ArchRule ONLY_THE_COMMAND_LINE_TRAINS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.assay.embedded.model..", "dev.assay.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.assay.embedded.model..")
          .because("what the embedded model is made of concerns who makes it");

  private static final ArchRule NOBODY_SHIPS_TEST_CODE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.testing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.assay.testing..", "org.junit..", "org.assertj..")
          .because("what tests share is on no class path but theirs");

  @Test
  void servicesAreStrangers() {
    MainCode.obeys(SERVICES_ARE_STRANGERS);
  }

  @Test
  void aServiceThatImportsAnotherIsFoundOut() {
    MainCode.isBrokenBy("strangers", SERVICES_ARE_STRANGERS, "AlphaWork", "beta.core.Beta");
  }

  @Test
  void inDoesNotKnowOut() {
    MainCode.obeys(IN_DOES_NOT_KNOW_OUT);
  }

  @Test
  void outDoesNotKnowIn() {
    MainCode.obeys(OUT_DOES_NOT_KNOW_IN);
  }

  @Test
  void inAndOutThatMeetAreFoundOut() {
    MainCode.isBrokenBy("rooms", IN_DOES_NOT_KNOW_OUT, "Listener", "rooms.out.OutwardRows");
    MainCode.isBrokenBy("rooms", OUT_DOES_NOT_KNOW_IN, "OutwardRows", "rooms.in.Listener");
  }

  @Test
  void thereAreNoCycles() {
    MainCode.obeys(NO_CYCLES);
  }

  @Test
  void aCycleIsFoundOut() {
    MainCode.isBrokenBy("cycle", NO_CYCLES, "cycle.hen", "cycle.egg");
  }

  @Test
  void contractsArePlain() {
    MainCode.obeys(CONTRACTS_ARE_PLAIN);
  }

  @Test
  void contractsWithAFrameworkAreFoundOut() {
    MainCode.isBrokenBy("plain.contracts", CONTRACTS_ARE_PLAIN, "org.springframework", "org.slf4j");
  }

  @Test
  void readingIsPlain() {
    MainCode.obeys(READING_IS_PLAIN);
  }

  @Test
  void readingThatAsksAModelIsFoundOut() {
    MainCode.isBrokenBy("plain.claims", READING_IS_PLAIN, "dev.assay.model.Model");
  }

  @Test
  void theModelPortIsPlain() {
    MainCode.obeys(THE_MODEL_PORT_IS_PLAIN);
  }

  @Test
  void aModelPortThatKnowsAnAdapterIsFoundOut() {
    MainCode.isBrokenBy(
        "plain.model", THE_MODEL_PORT_IS_PLAIN, "dev.assay.model.openai.OpenAiSettings");
  }

  @Test
  void modelsKnowNoFramework() {
    MainCode.obeys(MODELS_KNOW_NO_FRAMEWORK);
  }

  @Test
  void aModelWithAFrameworkIsFoundOut() {
    MainCode.isBrokenBy(
        "plain.model",
        MODELS_KNOW_NO_FRAMEWORK,
        "org.springframework.stereotype.Component",
        "dev.assay.contracts.Usage");
  }

  @Test
  void rolesArePlain() {
    MainCode.obeys(ROLES_ARE_PLAIN);
  }

  @Test
  void aRoleThatKnowsItsAdapterIsFoundOut() {
    MainCode.isBrokenBy("plain.roles", ROLES_ARE_PLAIN, "dev.assay.model.openai.OpenAiSettings");
  }

  @Test
  void kindsOfModelsAreFoundByName() {
    MainCode.obeys(KINDS_OF_MODELS_ARE_FOUND_BY_NAME);
  }

  @Test
  void aRoleThatNamesAKindOfModelIsFoundOut() {
    MainCode.isBrokenBy("plain.roles", KINDS_OF_MODELS_ARE_FOUND_BY_NAME, "OpenAiSettings");
  }

  @Test
  void theEmbeddedModelIsAPlugIn() {
    MainCode.obeys(THE_EMBEDDED_MODEL_IS_A_PLUG_IN);
    MainCode.obeys(ONLY_THE_COMMAND_LINE_TRAINS);
  }

  @Test
  void whoNamesTheEmbeddedModelIsFoundOut() {
    MainCode.isBrokenBy("plugin", THE_EMBEDDED_MODEL_IS_A_PLUG_IN, "CompactProtocol");
    MainCode.isBrokenBy("plugin", ONLY_THE_COMMAND_LINE_TRAINS, "EmbeddedPack");
  }

  @Test
  void nobodyShipsTestCode() {
    MainCode.obeys(NOBODY_SHIPS_TEST_CODE);
  }

  @Test
  void shippedTestCodeIsFoundOut() {
    MainCode.isBrokenBy("shipped", NOBODY_SHIPS_TEST_CODE, "dev.assay.testing.ScriptedModel");
  }

  /** A service is what stands under a package with a class named {@code …Application}. */
  private static final class ByService implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      Optional<JavaPackage> each = Optional.of(javaClass.getPackage());
      while (each.isPresent() && each.get().getName().startsWith("dev.assay.")) {
        if (each.get().getClasses().stream().anyMatch(ByService::isApplication)) {
          return SliceIdentifier.of(each.get().getName());
        }
        each = each.get().getParent();
      }
      return SliceIdentifier.ignore();
    }

    private static boolean isApplication(JavaClass javaClass) {
      return javaClass.getSimpleName().endsWith("Application");
    }

    @Override
    public String getDescription() {
      return "services";
    }
  }
}
