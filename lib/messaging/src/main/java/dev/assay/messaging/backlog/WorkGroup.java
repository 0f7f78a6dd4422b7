// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import dev.assay.contracts.Topic;
import java.util.List;

/**
 * A consumer group that works tasks, each of which is a model call: what waits for it is what more
 * replicas, or more model servers, would help with.
 *
 * @param name of the group, as the services' bindings have it
 * @param topic that its tasks are on
 */
public record WorkGroup(String name, Topic<?> topic) {

  /** Those of all services. */
  public static final List<WorkGroup> ALL =
      List.of(
          new WorkGroup("generator", Topic.ATTEMPTS),
          new WorkGroup("critic", Topic.SOLUTIONS),
          new WorkGroup("refine", Topic.CRITIQUES),
          new WorkGroup("verifier-work", Topic.VERIFICATIONS),
          new WorkGroup("verifier-comparisons", Topic.COMPARISONS),
          new WorkGroup("verifier-outcomes", Topic.OUTCOMES));
}
