// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a migration would break a service of the build before, which still runs while it is
 * applied: SQL that takes away, renames, or asks for more than that service gives.
 */
final class BreakingSql {

  /** What a file has to say that contracts: since which build nobody uses what goes. */
  private static final Pattern ALLOWED =
      Pattern.compile("^-- Not used since build [0-9a-f]{7,40}\\b", Pattern.MULTILINE);

  private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  /** Texts and the bodies of functions, which are run later or never. */
  private static final Pattern TEXTS =
      Pattern.compile("'(?:[^']|'')*'|(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

  private static final String THING =
      "(?:table|view|materialized view|function|procedure|type|domain|sequence|schema|routine)";

  private static final Map<Pattern, String> STATEMENTS =
      patterns(
          Map.of(
              "drop " + THING + ".*",
              "takes away what the build before uses",
              "truncate .*",
              "takes away what the build before has written",
              "revoke .*",
              "takes away what the build before may do",
              "create unique index .*",
              "refuses rows that the build before writes",
              "alter " + THING + " .* rename .*",
              "the build before knows the old name",
              "alter " + THING + " .* set schema .*",
              "the build before knows the old place"));

  private static final Map<Pattern, String> ACTIONS =
      patterns(
          Map.of(
              "drop (?!constraint|not null|identity).*", "takes away what the build before uses",
              "alter (?:column )?\\S+ drop default", "the build before leaves the value out",
              "alter (?:column )?\\S+ set not null", "the build before may write nulls",
              "alter (?:column )?\\S+ (?:set data )?type .*", "the build before has the old type",
              "add (?:column )?(?!constraint).* not null(?!.* default )(?!.* generated ).*",
                  "the build before leaves the new column out; give it a default",
              "add (?:constraint \\S+ )?(?:check|unique|primary|foreign|exclude)\\b.*",
                  "refuses rows that the build before writes"));

  private BreakingSql() {}

  private static Map<Pattern, String> patterns(Map<String, String> texts) {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    texts.forEach((text, why) -> patterns.put(Pattern.compile(text), why));
    return patterns;
  }

  /** What breaks, each with the reason; none where the file says since when nobody uses it. */
  static List<String> in(String file) {
    List<String> found = new ArrayList<>();
    if (ALLOWED.matcher(file).find()) {
      return found;
    }
    for (String statement : statements(file)) {
      match(STATEMENTS, statement, statement, found);
      if (statement.startsWith("alter table ")) {
        actions(statement).forEach(action -> match(ACTIONS, action, statement, found));
      }
    }
    return found;
  }

  private static void match(
      Map<Pattern, String> patterns, String text, String statement, List<String> found) {
    patterns.forEach(
        (pattern, why) -> {
          if (pattern.matcher(text).matches()) {
            found.add(statement + ": " + why);
          }
        });
  }

  private static List<String> statements(String file) {
    String bare = TEXTS.matcher(COMMENTS.matcher(file).replaceAll(" ")).replaceAll("''");
    return Stream.of(bare.split(";"))
        .map(each -> each.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /**
   * What an {@code alter table} does, one thing after the other; commas in brackets part nothing.
   */
  private static List<String> actions(String statement) {
    String rest = statement.replaceFirst("^alter table (?:if exists )?(?:only )?\\S+ ", "");
    List<String> actions = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < rest.length(); i++) {
      char each = rest.charAt(i);
      depth += each == '(' ? 1 : each == ')' ? -1 : 0;
      if (each == ',' && depth == 0) {
        actions.add(rest.substring(start, i).strip());
        start = i + 1;
      }
    }
    actions.add(rest.substring(start).strip());
    return actions;
  }
}
