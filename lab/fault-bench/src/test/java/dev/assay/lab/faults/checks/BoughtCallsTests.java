// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.faults.model.Call;
import dev.assay.lab.faults.model.Call.End;
import dev.assay.lab.faults.trouble.Fault;
import dev.assay.lab.faults.trouble.FaultKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as bought again, and what a kill explains of it. */
class BoughtCallsTests {

  private static final long OPEN = Long.MAX_VALUE;

  private static final Fault KILL = new Fault(FaultKind.KILL_CRITIC, "critic-0", 1000, 2000, 0);

  @Test
  void aCallThatWasOpenAtTheKillMayBeBoughtOnceMore() {
    BoughtCalls bought = bought(call(1, 7, 900, OPEN, End.OPEN), answered(2, 7, 3000));

    assertThat(bought.count(bought::inFlight)).isEqualTo(1);
    assertThat(bought.again()).extracting(Call::serial).containsExactly(2);
    assertThat(bought.beyond(bought.again(), bought::inFlight)).isEmpty();
    assertThat(bought.longestUntilAgain()).isEqualTo(2000);
  }

  @Test
  void aThirdTimeIsNotExplained() {
    BoughtCalls bought =
        bought(call(1, 7, 900, OPEN, End.OPEN), answered(2, 7, 3000), answered(3, 7, 4000));

    assertThat(bought.beyond(bought.again(), bought::inFlight))
        .extracting(Call::serial)
        .containsExactly(3);
  }

  @Test
  void aReplyFromWhichNothingFollowedWasInFlight() {
    BoughtCalls bought = bought(answered(1, 7, 500), answered(2, 7, 3000));

    assertThat(bought.count(bought::inFlight)).isEqualTo(1);
    assertThat(bought.beyond(bought.again(), bought::inFlight)).isEmpty();
  }

  @Test
  void whatWasRefusedIsNotBought() {
    BoughtCalls bought = bought(call(1, 7, 500, 510, End.REFUSED), answered(2, 7, 3000));

    assertThat(bought.again()).isEmpty();
  }

  @Test
  void otherSeedsAndOtherRolesAreOtherCalls() {
    Call other = new Call(3, "refine-0", "s1", 7, 3000, 3010, End.ANSWERED);
    BoughtCalls bought = bought(answered(1, 7, 2500), answered(2, 8, 3000), other);

    assertThat(bought.again()).isEmpty();
  }

  @Test
  void whatNobodyWasKilledForIsNotExplained() {
    BoughtCalls bought = bought(answered(1, 7, 2500), answered(2, 7, 3000));

    assertThat(bought.beyond(bought.again(), bought::inFlight))
        .extracting(Call::serial)
        .containsExactly(2);
  }

  @Test
  void whatIsOnNoBillIsTold() {
    BoughtCalls bought = bought(answered(1, 7, 2500));

    assertThat(bought.unbilled()).extracting(Call::serial).containsExactly(1);
  }

  private static BoughtCalls bought(Call... calls) {
    WorkedTasks nothing = new WorkedTasks(Map.of(), List.of());
    return new BoughtCalls(List.of(calls), List.of(KILL), nothing, Map.of());
  }

  private static Call answered(int serial, int seed, long begun) {
    return call(serial, seed, begun, begun + 10, End.ANSWERED);
  }

  private static Call call(int serial, int seed, long begun, long ended, End end) {
    return new Call(serial, "critic-0", "s1", seed, begun, ended, end);
  }
}
