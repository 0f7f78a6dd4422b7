// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations run while services of the landed build still do. One build adds, and the next one,
 * when nobody uses the old any more, takes it away and says so: {@code -- Not used since build
 * COMMIT}.
 */
class ExpandThenContractTests {

  /** The last migrations of the landed build, whose contracts are in lib/contracts. */
  private static final Map<Owner, Integer> LANDED = Map.of(Owner.GATEWAY, 6, Owner.VERIFIER, 10);

  @Test
  void noNewMigrationBreaksAServiceOfTheBuildBefore() throws IOException {
    for (Owner owner : Owner.values()) {
      TreeMap<Integer, Path> migrations = migrations(owner);
      assertThat(migrations).as(owner.schema()).containsKey(LANDED.get(owner));
      for (Path each : migrations.tailMap(LANDED.get(owner), false).values()) {
        assertThat(BreakingSql.in(Files.readString(each))).as(each.toString()).isEmpty();
      }
    }
  }

  private static TreeMap<Integer, Path> migrations(Owner owner) throws IOException {
    TreeMap<Integer, Path> migrations = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(owner.schema()))) {
      files.forEach(
          each ->
              migrations.put(
                  Integer.valueOf(each.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1")),
                  each));
    }
    return migrations;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table problem;",
        "DROP VIEW IF EXISTS reselected CASCADE;",
        "drop function rank_answers(uuid);",
        "truncate outbox;",
        "revoke select on problem from assay_gateway;",
        "create unique index one_kind on problem (kind);",
        "alter table problem rename to question;",
        "alter table problem rename column kind to sort;",
        "alter table problem\n  drop column kind;",
        "alter table only problem drop kind;",
        "alter table problem add column a text, drop column if exists kind;",
        "alter table problem alter column kind set not null;",
        "alter table problem alter kind drop default;",
        "alter table problem alter column last_seq type integer;",
        "alter table problem alter column last_seq set data type numeric(3, 1);",
        "alter table problem add column size integer not null;",
        "alter table problem add size numeric(3, 1) not null check (size in (1, 2));",
        "alter table problem add constraint some check (last_seq > 0);",
        "alter table problem add unique (question);"
      })
  void whatBreaksIsFound(String sql) {
    assertThat(BreakingSql.in("-- Something new.\n" + sql)).hasSize(1);
    assertThat(BreakingSql.in("-- Not used since build 566e18a: it asks less.\n" + sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table size (id uuid primary key, number integer not null check (number > 0));",
        "create index problem_kind on problem (kind);",
        "create or replace view v as select 1; -- drop table problem;",
        "alter table problem add column size integer;",
        "alter table problem add column size integer not null default 0, add column b text;",
        "alter table problem add column id bigint not null generated always as identity;",
        "alter table problem drop constraint problem_check;",
        "alter table problem alter column kind drop not null;",
        "comment on table problem is 'drop table problem; rename';",
        "create function f() returns void language plpgsql as $$ begin drop table t; end $$;",
        "update problem set kind = 'x' where kind is null;"
      })
  void whatAddsIsNot(String sql) {
    assertThat(BreakingSql.in(sql)).isEmpty();
  }
}
