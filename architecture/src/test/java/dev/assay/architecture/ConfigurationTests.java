// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.architecture.Placeholders.Placeholder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference that operators read, against what programs listen to. {@code -Dconfiguration=write}
 * writes it.
 */
class ConfigurationTests {

  private static final Sources PROJECT = Sources.ofThisProject();
  private static final Path PAGE = PROJECT.root().resolve("docs").resolve("configuration.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)(<!-- settings: ([\\w-]+) -->\n)(.*?)(<!-- end -->)");
  private static final String HEAD =
      """
      | variable | property | type | default | for | meaning |
      | --- | --- | --- | --- | --- | --- |
      """;

  private final Settings settings = new Settings(PROJECT);

  @Test
  void thePageIsWhatProgramsListenTo() throws IOException {
    String page = Files.readString(PAGE);
    Map<String, Setting> all = all();
    Map<String, String> tables =
        Map.of(
            "variables", table(all, each -> !isBare(each)),
            "properties", table(all, ConfigurationTests::isBare));
    String filled =
        BLOCK
            .matcher(page)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        block.group(1) + tables.get(block.group(2)) + block.group(4)));
    if ("write".equals(System.getProperty("configuration"))) {
      Files.writeString(PAGE, filled);
    } else {
      assertThat(page).as("make configuration writes it").isEqualTo(filled);
    }
  }

  @Test
  void everySettingSaysWhatItMeans() {
    assertThat(all().values()).filteredOn(each -> each.meaning().isBlank()).isEmpty();
  }

  @Test
  void everyProgramIsThere() {
    assertThat(settings.programs())
        .contains("gateway", "generator-service", "critic-service", "verifier-service", "db");
  }

  @Test
  void placeholdersWithinOthersAreFound() {
    assertThat(Placeholders.of("${A:${B:models}/x}"))
        .containsExactly(
            new Placeholder("A", "${B:models}/x", true), new Placeholder("B", "models", false));
    assertThat(Placeholders.of("no${ONE}two${TWO:}"))
        .containsExactly(new Placeholder("ONE", "", false), new Placeholder("TWO", "", false));
  }

  /** Named by nothing but its property. */
  private static boolean isBare(Setting setting) {
    return setting.variable().equals(Setting.variableOf(setting.property()));
  }

  private Map<String, Setting> all() {
    Map<String, Setting> all = new TreeMap<>();
    for (String program : settings.programs()) {
      settings.of(program).forEach((name, each) -> all.merge(name, each, Setting::with));
    }
    return all;
  }

  private static String table(Map<String, Setting> all, Predicate<Setting> shown) {
    List<String> rows = all.values().stream().filter(shown).map(Setting::row).toList();
    return rows.stream().collect(Collectors.joining("\n", HEAD, "\n"));
  }
}
