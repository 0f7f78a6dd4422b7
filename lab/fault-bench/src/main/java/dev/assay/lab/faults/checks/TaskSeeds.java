// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Which seeds a task's calls come with: a role draws them from the task's id, and a server is sent
 * 31 bits of them. It is how a call, which says nothing of tasks, is known to be one of a task's.
 */
final class TaskSeeds {

  /** What a role puts behind an id for the calls of one task. */
  private static final List<String> CALLS = List.of("", "#again", "#ending");

  private TaskSeeds() {}

  /** Of all calls that a task may lead to. */
  static List<Integer> of(String id) {
    return CALLS.stream().map(each -> seed(id + each)).toList();
  }

  private static int seed(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Long.hashCode(ByteBuffer.wrap(hash).getLong()) & Integer.MAX_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
