// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What was read or written lately and never changes, so that the requests that refer to it cost one
 * look at the database and not one each. Bounded by the characters in it. Safe for threads.
 */
final class RecentlyRead<K, V> {

  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final ToLongFunction<V> size;
  private final long most;
  private long held;

  /**
   * @param size of a value, in characters
   * @param most characters that are held
   */
  RecentlyRead(ToLongFunction<V> size, long most) {
    this.size = size;
    this.most = most;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void removeIf(Predicate<K> gone) {
    var each = entries.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<K, V> entry = each.next();
      if (gone.test(entry.getKey())) {
        held -= size.applyAsLong(entry.getValue());
        each.remove();
      }
    }
  }

  synchronized void keep(K key, V value) {
    V before = entries.put(key, value);
    held += size.applyAsLong(value) - (before == null ? 0 : size.applyAsLong(before));
    var eldest = entries.entrySet().iterator();
    while (held > most && eldest.hasNext()) {
      held -= size.applyAsLong(eldest.next().getValue());
      eldest.remove();
    }
  }
}
