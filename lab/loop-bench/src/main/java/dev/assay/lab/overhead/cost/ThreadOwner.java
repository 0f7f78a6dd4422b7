// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import java.util.Arrays;
import java.util.List;

/** Whose work a thread of the system's process does, by the first 15 letters of its name. */
enum ThreadOwner {
  BROKER(
      "AddPartitionsTo",
      "ExpirationReape",
      "LogDirFailureHa",
      "PersisterStateM",
      "SensorExpiryThr",
      "TxnMarkerSender",
      "broker-1-",
      "client-metrics-",
      "controller-1-",
      "data-plane-kafk",
      "executor-",
      "group-coordinat",
      "kafka-1-",
      "kafka-log-clean",
      "kafka-scheduler",
      "network-partiti",
      "persister-state",
      "quorum-controll",
      "raft-expiration",
      "share-coordinat",
      "share-group-loc",
      "transaction-log"),
  COMPILER("C1 CompilerThre", "C2 CompilerThre"),
  COLLECTOR("G1 ", "GC Thread", "VM Thread", "ZDriver", "ZWorker", "Shenandoah"),

  /** Whatever has no other owner: threads of the five services, clients of broker and database. */
  SERVICES;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> beginnings;

  ThreadOwner(String... beginnings) {
    this.beginnings = List.of(beginnings);
  }

  static ThreadOwner of(String name) {
    return Arrays.stream(values())
        .filter(owner -> owner.beginnings.stream().anyMatch(name::startsWith))
        .findFirst()
        .orElse(SERVICES);
  }
}
