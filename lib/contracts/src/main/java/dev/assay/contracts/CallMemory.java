// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What one delivery of a task knows of the task's calls. Those that deliveries before it have
 * bought are recalled; it buys one more, and whoever asks for yet another one is told to leave that
 * to the next delivery. So the same code, run again, gets one call further each time, and no reply
 * is in the hands of one process alone while the next is bought.
 *
 * <p>Whoever delivers binds it, and whoever makes calls finds it: the work between them is the same
 * with and without. For one thread.
 */
public final class CallMemory {

  private static final ScopedValue<CallMemory> BOUND = ScopedValue.newInstance();

  private final Map<String, HeardCall> before;
  private final List<Known> known = new ArrayList<>();
  private final boolean kept;
  private int room;
  private boolean bought;
  private boolean changed;

  /** A call that this delivery knows; what came of it is written only if it has to travel. */
  private record Known(Usage usage, boolean failedNow, Supplier<HeardCall> call) {}

  private CallMemory(Map<String, HeardCall> before, boolean kept, int room) {
    this.before = before;
    this.kept = kept;
    this.room = room;
  }

  /** Of a task that nobody has begun. */
  public static CallMemory fresh(int room) {
    return new CallMemory(Map.of(), true, room);
  }

  /**
   * Of a task that was begun.
   *
   * @param heard what {@link #heard} said in the delivery before
   * @param room the most bytes that the next one can be told; where that is too little, all further
   *     calls are made in this delivery
   * @throws IllegalArgumentException if it is no such text
   */
  public static CallMemory of(String heard, int room) {
    Map<String, HeardCall> before = new LinkedHashMap<>();
    for (HeardCall call : read(heard)) {
      before.put(call.id(), call);
    }
    return new CallMemory(before, true, room);
  }

  private static List<HeardCall> read(String heard) {
    try {
      HeardCall @Nullable [] calls = Json.mapper().readValue(heard, HeardCall[].class);
      if (calls != null && Arrays.stream(calls).allMatch(Objects::nonNull)) {
        return List.of(calls);
      }
      throw new IllegalArgumentException("heard: null (expected: an array of calls)");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("heard: not readable (expected: an array of calls)", e);
    }
  }

  /** What the calling thread's delivery knows; nothing, and for nobody, where it has none. */
  public static CallMemory current() {
    return BOUND.isBound() ? BOUND.get() : new CallMemory(Map.of(), false, 0);
  }

  /** Works with it, on the calling thread. */
  public <T> T during(Supplier<T> work) {
    return ScopedValue.where(BOUND, this).call(work::get);
  }

  /** Whether a failure that may pass leaves what was heard to whoever tries again. */
  public boolean isKept() {
    return kept;
  }

  /**
   * What came of a call in a delivery before; empty if it is to be made.
   *
   * @param request the name of what is asked now
   */
  public Optional<HeardCall> recall(String id, Supplier<String> request) {
    HeardCall call = before.get(id);
    if (call == null || !call.request().equals(request.get())) {
      return Optional.empty();
    }
    before.remove(id);
    known.add(new Known(call.usage(), false, () -> call));
    return Optional.of(call);
  }

  /**
   * To be asked before a call is made.
   *
   * @throws FurtherCallException if the next delivery is to make it
   */
  public void requireTurn() {
    if (!bought || room == 0) {
      return;
    }
    String heard = heard();
    if (heard.getBytes(StandardCharsets.UTF_8).length <= room) {
      throw new FurtherCallException(heard);
    }
    room = 0;
  }

  /** A call has brought a reply. */
  public void add(Usage usage, Supplier<HeardCall> call) {
    bought = true;
    changed = true;
    known.add(new Known(usage, false, call));
  }

  /** A call has brought none. Whoever does without it goes on; else it is the last. */
  public void addFailure(Usage usage, Supplier<HeardCall> call) {
    bought = true;
    known.add(new Known(usage, true, call));
  }

  /** What is known, as one text. */
  public String heard() {
    return Json.mapper().writeValueAsString(known.stream().map(each -> each.call().get()).toList());
  }

  /** What was bought before and nobody asked for: it is no part of anything that follows. */
  public Usage unused() {
    return before.values().stream().map(HeardCall::usage).reduce(Usage.NONE, Usage::plus);
  }

  /** What all calls cost, or all that is told of them where none went through here. */
  public Usage bill(Usage told) {
    Usage all = known.stream().map(Known::usage).reduce(Usage.NONE, Usage::plus);
    return (known.isEmpty() ? told : all).plus(unused());
  }

  /**
   * Forgets the call that failed last, as it is to be made again.
   *
   * @param told what the failure said of its cost, where no call went through here
   * @return what was paid and is told nowhere else then
   */
  public Usage lost(Usage told) {
    if (known.isEmpty()) {
      return told;
    }
    return known.getLast().failedNow() ? known.removeLast().usage() : Usage.NONE;
  }

  /** Whether more is known than the delivery was told. */
  public boolean isChanged() {
    return changed;
  }
}
