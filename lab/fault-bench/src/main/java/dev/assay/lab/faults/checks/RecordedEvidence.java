// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The promises about what is kept, asked of both schemas by somebody who may read both. */
final class RecordedEvidence {

  private static final String UNLIKE =
      """
      select coalesce(g.id, v.id) from gateway.problem g full join verifier.problem v using (id)
      where g.status is distinct from 'settled' or v.state is distinct from 'settled'
        or g.answer ->> 'status' is distinct from v.answer ->> 'status'
        or g.answer ->> 'text' is distinct from v.answer ->> 'text'
        or g.answer ->> 'settled_at' is distinct from v.answer ->> 'settled_at'
      """;

  private static final String ENDED_TWICE =
      """
      select problem_id || '/' || attempt
      from verifier.solution join verifier.abandoned using (problem_id, attempt)
      """;

  /** Of problems that ask for all that their policy allows, and had the time for it. */
  private static final String NOT_ENDED =
      """
      select p.id || '/' || number
      from verifier.problem p
      cross join lateral generate_series(
        0, (p.body -> 'policy' ->> 'attempts')::integer - 1) as number
      where p.body -> 'policy' ->> 'stopping' = 'fixed'
        and coalesce(p.answer ->> 'late', 'false') <> 'true'
        and not exists (select 1 from verifier.solution s
          where s.problem_id = p.id and s.attempt = number)
        and not exists (select 1 from verifier.abandoned a
          where a.problem_id = p.id and a.attempt = number)
      """;

  private static final String OTHER_CHOICE =
      """
      select p.id from verifier.problem p
      join lateral verifier.rank_answers(p.id) as r on r.rule = r.policy_rule and r.place = 1
      where p.answer ->> 'status' in ('verified', 'uncertain')
        and p.answer ->> 'text' is distinct from r.text
      """;

  private static final String OTHER_COUNTS =
      """
      select p.id from verifier.problem p
      cross join lateral (
        select body ->> 'answer' as text, count(*) as size,
          sum((solution ->> 'readable')::integer) as readable,
          sum((solution ->> 'passes')::double precision) as passes
        from json_array_elements(p.answer -> 'groups') with ordinality as groups (body, number)
        cross join lateral json_array_elements(body -> 'solutions') as solution
        group by number, body ->> 'answer') as told
      join lateral verifier.rank_answers(p.id) as r
        on r.rule = r.policy_rule and r.text = told.text
      where r.size <> told.size or r.readable <> told.readable
        or abs(r.passes - told.passes) > 1e-9
      """;

  private static final String INCOMPLETE =
      """
      select id || ' recorded ' || coalesce(progress::text, 'nothing') || ', answered ' || coalesce(answer::text, 'nothing')
      from gateway.problem where not complete
      """;

  private static final String UNSEEN =
      """
      select v.problem_id || '/' || attempt || '/' || revision || '/' || number
      from verifier.verdict v where not exists (
        select 1 from gateway.event e where e.problem_id = v.problem_id
          and e.event_id = 'verdict.returned.v1:' || v.problem_id || '/' || v.attempt || '/'
            || v.revision || '/' || v.number)
      union all
      select s.problem_id || '/' || attempt || '/' || revision
      from verifier.solution s where not exists (
        select 1 from gateway.event e where e.problem_id = s.problem_id
          and e.event_id = 'solution.criticised.v1:' || s.problem_id || '/' || s.attempt || '/'
            || s.revision)
      """;

  private final Connection connection;
  private final Set<String> givenUp;

  /**
   * @param givenUp the ids of problems that were cancelled, whose attempts need not end
   */
  RecordedEvidence(Connection connection, Set<String> givenUp) {
    this.connection = connection;
    this.givenUp = givenUp;
  }

  List<Invariant> all() throws SQLException {
    long problems = count("select count(*) from verifier.problem");
    long attempts =
        count(
            "select (select count(*) from verifier.solution)"
                + " + (select count(*) from verifier.abandoned)");
    long verdicts = count("select count(*) from verifier.verdict");
    List<String> ends = new ArrayList<>(rows(ENDED_TWICE));
    rows(NOT_ENDED).stream().filter(Predicate.not(this::ofOneGivenUp)).forEach(ends::add);
    List<String> gaps = new ArrayList<>(rows(INCOMPLETE));
    gaps.addAll(rows(UNSEEN));
    return List.of(
        Invariant.of("gateway and verifier tell the same answer", problems, rows(UNLIKE)),
        Invariant.of("every attempt ends exactly once", attempts, ends),
        Invariant.of("the selection is the recomputed one", problems, rows(OTHER_CHOICE)),
        Invariant.of("no verdict is counted twice", verdicts, rows(OTHER_COUNTS)),
        Invariant.of("evidence is complete", problems + verdicts, gaps));
  }

  private boolean ofOneGivenUp(String attempt) {
    return givenUp.contains(attempt.substring(0, attempt.indexOf('/')));
  }

  private long count(String sql) throws SQLException {
    return Long.parseLong(rows(sql).getFirst());
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
