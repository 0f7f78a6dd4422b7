// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.assay.contracts.Topic;
import dev.assay.messaging.backlog.WorkGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Each service's configuration against its code: a slip here is a topic that nobody reads. */
class BindingsTests {

  private static final String DEFINITION = "spring.cloud.function.definition";
  private static final String BINDINGS = "spring.cloud.stream.bindings.";
  private static final String DELIVERY = "dev.assay.messaging.Delivery";
  private static final Set<String> TOPICS =
      Topic.ALL.stream().map(Topic::name).collect(Collectors.toSet());

  @TempDir private Path folder;

  /** The configurations that define functions, whichever services there are. */
  static List<Path> services() {
    Sources project = Sources.ofThisProject();
    return project.modules().stream()
        .flatMap(module -> project.mainYaml(module).stream())
        .filter(file -> properties(file).containsKey(DEFINITION))
        .toList();
  }

  @Test
  void theServicesAreFound() {
    assertThat(services())
        .extracting(file -> file.getFileName().toString())
        .contains("generator-service.yaml", "critic-service.yaml", "refine-service.yaml");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyFunctionIsBoundAndEveryBindingIsComplete(Path file) {
    assertThat(slips(properties(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyFunctionIsABeanOfTheService(Path file) {
    Set<String> beans = functionBeans(file).map(JavaMethod::getName).collect(Collectors.toSet());

    assertThat(beans).containsAll(functions(properties(file)));
  }

  private static Stream<JavaMethod> functionBeans(Path file) {
    return MainCode.CLASSES.stream()
        .filter(
            each ->
                each.getPackageName().startsWith(packageOf(file))
                    || isMessaging(each.getPackageName()))
        .flatMap(each -> each.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Bean.class))
        .filter(method -> method.getRawReturnType().isEquivalentTo(Consumer.class));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceSpeaksToKafkaAsTheOthersDo(Path file) {
    assertThat(properties(file).get("spring.config.import").split(","))
        .contains("classpath:messaging.yaml");
  }

  /** What they say of the model stands once, so that all of them and the gateway ask alike. */
  @ParameterizedTest
  @MethodSource("services")
  void everyServiceKnowsTheModelAsTheOthersDo(Path file) {
    assertThat(properties(file).get("spring.config.import").split(","))
        .contains("classpath:roles.yaml");
    assertThat(properties(file).keySet())
        .doesNotContain("assay.role.protocol", "assay.role.model.url", "assay.role.model.name");
  }

  @Test
  void everyTopicIsReadBySomebody() {
    Set<String> read =
        services().stream()
            .flatMap(file -> bindings(properties(file)).values().stream())
            .flatMap(binding -> Stream.of(binding.getOrDefault("destination", "").split(",")))
            .collect(Collectors.toSet());

    assertThat(read).isEqualTo(TOPICS);
  }

  @Test
  void theBacklogKnowsEveryGroupThatWorksTasks() {
    Set<String> working =
        services().stream()
            .flatMap(file -> bindings(properties(file)).values().stream())
            .filter(binding -> "false".equals(binding.get("consumer.batch-mode")))
            .map(binding -> binding.get("group") + " of " + binding.get("destination"))
            .collect(Collectors.toSet());

    assertThat(WorkGroup.ALL)
        .extracting(group -> group.name() + " of " + group.topic().name())
        .containsExactlyInAnyOrderElementsOf(working);
  }

  /** Handed a whole poll, a worker would be as slow as its slowest record. */
  @ParameterizedTest
  @MethodSource("services")
  void workIsHandedOverOneByOneAndStateByPolls(Path file) {
    Map<String, String> properties = properties(file);

    assertThat(
            functions(properties).stream()
                .filter(
                    name ->
                        "false"
                            .equals(properties.get(BINDINGS + name + "-in-0.consumer.batch-mode"))))
        .containsExactlyInAnyOrderElementsOf(
            functionBeans(file)
                .filter(method -> method.getReturnType().getName().contains(DELIVERY))
                .map(JavaMethod::getName)
                .toList());
  }

  @Test
  void aGoodConfigurationHasNoSlips() throws IOException {
    assertThat(slips(yaml("work;settled", "work-in-0: {destination: attempts, group: worker}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "work;settled | work-in-0: {destination: attemps, group: worker}",
        "work;settled | work-in-0: {group: worker}",
        "work;settled | work-in-0: {destination: attempts}",
        "work;settled | wrok-in-0: {destination: attempts, group: worker}",
        "work;settled | work-in-1: {destination: attempts, group: worker}",
        "work;settled | work-out-0: {destination: attempts, group: worker}",
        "settled | work-in-0: {destination: attempts, group: worker}",
        "work;plan;settled | work-in-0: {destination: attempts, group: worker}",
        "work | work-in-0: {destination: attempts, group: worker}",
      })
  void aSlipIsFoundOut(String slip) throws IOException {
    String[] parts = slip.split(" \\| ");

    assertThat(slips(yaml(parts[0], parts[1]))).isNotEmpty();
  }

  private Map<String, String> yaml(String definition, String binding) throws IOException {
    return properties(
        Files.writeString(
            folder.resolve("service.yaml"),
            """
            spring.cloud:
              function.definition: %s
              stream.bindings:
                %s
                settled-in-0: {destination: answers}
            """
                .formatted(definition, binding)));
  }

  private static List<String> slips(Map<String, String> properties) {
    List<String> slips = new ArrayList<>();
    Map<String, Map<String, String>> bindings = bindings(properties);
    Set<String> wanted =
        functions(properties).stream().map(each -> each + "-in-0").collect(Collectors.toSet());
    if (!wanted.equals(bindings.keySet())) {
      slips.add("functions " + wanted + ", bindings " + bindings.keySet());
    }
    bindings.forEach(
        (name, binding) -> {
          List<String> topics = List.of(binding.getOrDefault("destination", "").split(","));
          if (!TOPICS.containsAll(topics)) {
            slips.add(name + ": destination " + topics);
          }
          // Every replica is to hear of every settled problem: no group.
          if (name.equals("settled-in-0") == binding.containsKey("group")) {
            slips.add(name + ": group " + binding.get("group"));
          }
        });
    return slips;
  }

  private static Set<String> functions(Map<String, String> properties) {
    return new TreeSet<>(Arrays.asList(properties.get(DEFINITION).split(";")));
  }

  /** By name: the properties of each binding. */
  private static Map<String, Map<String, String>> bindings(Map<String, String> properties) {
    Map<String, Map<String, String>> bindings = new TreeMap<>();
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(BINDINGS)) {
            String[] path = key.substring(BINDINGS.length()).split("\\.", 2);
            bindings.computeIfAbsent(path[0], _ -> new TreeMap<>()).put(path[1], value);
          }
        });
    return bindings;
  }

  private static Map<String, String> properties(Path file) {
    Map<String, String> properties = new TreeMap<>();
    try {
      for (PropertySource<?> source :
          new YamlPropertySourceLoader().load("service", new FileSystemResource(file))) {
        for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
          properties.put(name, String.valueOf(source.getProperty(name)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** Of {@code generator-service.yaml} it is {@code dev.assay.generator}. */
  private static String packageOf(Path file) {
    return "dev.assay." + file.getFileName().toString().replaceAll("(-service)?\\.yaml", "");
  }

  private static boolean isMessaging(String packageName) {
    return packageName.startsWith("dev.assay.messaging");
  }
}
