// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import dev.assay.lab.faults.model.Call.End;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Every call that the model server was asked for. It alone knows what was bought. */
public final class CallJournal {

  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  Call begin(String process, String problem, int seed) {
    int serial = last.incrementAndGet();
    Call call =
        new Call(
            serial, process, problem, seed, System.currentTimeMillis(), Long.MAX_VALUE, End.OPEN);
    calls.put(serial, call);
    return call;
  }

  void end(Call call, End how) {
    calls.put(call.serial(), call.ended(System.currentTimeMillis(), how));
  }

  /** All calls so far, in the order in which they began. */
  public List<Call> calls() {
    return calls.values().stream().sorted(Comparator.comparingInt(Call::serial)).toList();
  }

  /** How many calls there were. */
  public int size() {
    return calls.size();
  }

  /** Whether a process has a call in flight. */
  public boolean busy(String process) {
    return calls.values().stream()
        .anyMatch(each -> each.end() == End.OPEN && each.process().equals(process));
  }
}
