// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The map in ARCHITECTURE.md against the modules: a map that is wrong is worse than none. */
class MapTests {

  /** A row: the module's folder, what is in it, what it ships of other modules. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  private final Sources project = Sources.ofThisProject();

  @Test
  void theMapShowsEveryModuleAndWhatItShips() {
    Map<String, Set<String>> wanted =
        project.modules().stream()
            .filter(module -> !project.mainJava(module).isEmpty())
            .collect(
                Collectors.toMap(
                    module -> module,
                    module -> new TreeSet<>(project.shipped(module)),
                    (one, _) -> one,
                    TreeMap::new));

    assertThat(map(architecture())).isEqualTo(wanted);
  }

  @Test
  void aModuleThatIsNotShownIsFoundOut() {
    assertThat(map("| `lib/text` | reading | – |\n| `lib/claims` | sums | `text`, `equality` |\n"))
        .isEqualTo(Map.of("lib/text", Set.of(), "lib/claims", Set.of("equality", "text")));
  }

  @Test
  void whatThePagesReferToIsThere() {
    for (String page :
        List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/extending.md")) {
      var folder = project.root().resolve(page).getParent();
      assertThat(links(Sources.read(project.root().resolve(page))))
          .as(page)
          .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }
  }

  private String architecture() {
    return Sources.read(project.root().resolve("ARCHITECTURE.md"));
  }

  private static Map<String, Set<String>> map(String page) {
    Map<String, Set<String>> map = new TreeMap<>();
    ROW.matcher(page).results().forEach(row -> map.put(row.group(1), names(row.group(2))));
    map.keySet()
        .removeIf(name -> !name.contains("/") && !name.contains("-") && !TOP.contains(name));
    return map;
  }

  /**
   * Modules whose name alone does not tell that it is one: other tables have words in code, too.
   */
  private static final Set<String> TOP = Set.of("gateway", "db");

  private static Set<String> names(String cell) {
    return cell.strip().equals("–")
        ? new TreeSet<>()
        : Arrays.stream(cell.split(","))
            .map(each -> each.strip().replace("`", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> links(String page) {
    return LINK.matcher(page).results().map((MatchResult link) -> link.group(1)).toList();
  }
}
