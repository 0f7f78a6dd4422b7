// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.HeardCall.Said;
import dev.assay.contracts.HeardCall.Token;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallMemoryTests {

  private static final int ROOM = 10_000;
  private static final Usage CALL = new Usage(1, 7, 5, 40);

  @Test
  void theFirstCallHasItsTurnAndTheSecondIsForTheNextDelivery() {
    CallMemory first = CallMemory.fresh(ROOM);
    first.requireTurn();
    first.add(CALL, () -> call("a", "hm"));

    assertThatExceptionOfType(FurtherCallException.class)
        .isThrownBy(first::requireTurn)
        .satisfies(
            further -> {
              CallMemory second = CallMemory.of(further.heard(), ROOM);
              assertThat(second.recall("a", () -> "asked")).contains(call("a", "hm"));
              second.requireTurn();
            });
  }

  @Test
  void whatTravelsIsWrittenSo() {
    CallMemory memory = CallMemory.fresh(ROOM);
    Token token = new Token("x", -0.5, Map.of("y", -1.25));
    memory.add(
        CALL,
        () ->
            new HeardCall(
                "a",
                "asked",
                CALL,
                new Said("ä", "so", FinishReason.STOP, 7, 5, 3, List.of(token)),
                null));
    memory.addFailure(Usage.NONE, () -> new HeardCall("b", "asked", Usage.NONE, null, "away"));

    assertThat(memory.heard())
        .isEqualTo(
            """
            [{"id":"a","request":"asked",\
            "usage":{"calls":1,"prompt_tokens":7,"completion_tokens":5,"millis":40},\
            "reply":{"text":"ä","thinking":"so","finish":"stop","prompt_tokens":7,\
            "completion_tokens":5,"cached_tokens":3,\
            "tokens":[{"text":"x","log_probability":-0.5,"alternatives":{"y":-1.25}}]}},\
            {"id":"b","request":"asked",\
            "usage":{"calls":0,"prompt_tokens":0,"completion_tokens":0,"millis":0},\
            "failure":"away"}]""");
    assertThat(CallMemory.of(memory.heard(), ROOM).recall("a", () -> "asked").orElseThrow().reply())
        .isEqualTo(new Said("ä", "so", FinishReason.STOP, 7, 5, 3, List.of(token)));
  }

  @Test
  void whereTheNextDeliveryCannotBeToldAllIsDoneInThisOne() {
    CallMemory memory = CallMemory.fresh(200);
    memory.add(CALL, () -> call("a", "hm".repeat(100)));

    memory.requireTurn();
    memory.add(CALL, () -> call("b", "yes"));
    memory.requireTurn();

    assertThat(memory.bill(Usage.NONE)).isEqualTo(CALL.plus(CALL));
  }

  @Test
  void theReplyToSomethingElseIsNoneAndOnTheBillAllTheSame() {
    CallMemory memory = CallMemory.of(heard(call("a", "hm")), ROOM);

    assertThat(memory.recall("a", () -> "something else")).isEmpty();
    assertThat(memory.recall("b", () -> "asked")).isEmpty();
    assertThat(memory.unused()).isEqualTo(CALL);
    assertThat(memory.bill(Usage.NONE)).isEqualTo(CALL);
  }

  @Test
  void theCallThatFailedLastIsMadeAgainAndWhatItCostIsTold() {
    CallMemory memory = CallMemory.of(heard(call("a", "hm")), ROOM);
    memory.recall("a", () -> "asked");
    memory.addFailure(CALL, () -> new HeardCall("b", "asked", CALL, null, "gone"));

    assertThat(memory.bill(Usage.NONE)).isEqualTo(CALL.plus(CALL));
    assertThat(memory.lost(CALL.plus(CALL))).isEqualTo(CALL);
    assertThat(memory.isChanged()).isFalse();
    assertThat(memory.heard()).isEqualTo(heard(call("a", "hm")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[null]",
        "[{}]",
        "[1]",
        "[[[[[[",
        "[] []",
        "not json",
        "[{\"id\":\"a\",\"request\":\"r\",\"usage\":{\"calls\":1}}]",
        "[{\"id\":\"a\",\"request\":\"r\",\"usage\":{\"calls\":-1,\"prompt_tokens\":0,\"completion_tokens\":0,\"millis\":0},\"failure\":\"x\"}]",
        "[{\"id\":\"a\",\"request\":\"r\",\"usage\":{\"calls\":1,\"prompt_tokens\":0,\"completion_tokens\":0,\"millis\":0}}]",
        "[{\"id\":\"a\",\"request\":\"r\",\"usage\":{\"calls\":1,\"prompt_tokens\":0,\"completion_tokens\":0,\"millis\":0},\"reply\":{\"text\":\"x\",\"finish\":\"burst\",\"prompt_tokens\":0,\"completion_tokens\":0}}]",
      })
  void whatIsNoSuchTextIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CallMemory.of(text, ROOM));
  }

  @Test
  void deepNestingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CallMemory.of("[".repeat(200_000), ROOM));
  }

  @Test
  void whereNothingIsDeliveredNothingIsKeptAndEveryCallHasItsTurn() {
    CallMemory.current().add(CALL, () -> call("a", "hm"));

    assertThat(CallMemory.current().recall("a", () -> "asked")).isEmpty();
    assertThat(CallMemory.current().isKept()).isFalse();
    CallMemory.current().requireTurn();
  }

  @Test
  void itIsFoundByWhatIsDoneWithIt() {
    CallMemory memory = CallMemory.fresh(ROOM);

    assertThat(memory.during(CallMemory::current)).isSameAs(memory);
    assertThat(CallMemory.current()).isNotSameAs(memory);
    assertThatThrownBy(
            () ->
                memory.during(
                    () -> {
                      throw new IllegalStateException("as it is");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static String heard(HeardCall... calls) {
    return Json.mapper().writeValueAsString(calls);
  }

  private static HeardCall call(String id, String text) {
    return new HeardCall(
        id, "asked", CALL, new Said(text, null, FinishReason.STOP, 7, 5, null, null), null);
  }
}
