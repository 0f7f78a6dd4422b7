// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** What the logs of the topics take at the broker, in bytes. */
final class TopicBytes implements AutoCloseable {

  private final Admin admin;

  /**
   * @param kafka the file of properties with which clients reach the broker
   */
  TopicBytes(Path kafka) throws IOException {
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(kafka)) {
      settings.load(reader);
    }
    admin = Admin.create(settings);
  }

  /** By topic; Kafka's own, which keep offsets, as one. */
  Map<String, Long> sizes() throws InterruptedException {
    Map<String, Long> sizes = new TreeMap<>();
    try {
      List<Integer> brokers = admin.describeCluster().nodes().get().stream().map(Node::id).toList();
      for (var folders : admin.describeLogDirs(brokers).allDescriptions().get().values()) {
        for (LogDirDescription folder : folders.values()) {
          folder
              .replicaInfos()
              .forEach(
                  (part, replica) -> sizes.merge(name(part.topic()), replica.size(), Long::sum));
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not say how large its logs are", e);
    }
    return sizes;
  }

  private static String name(String topic) {
    return topic.startsWith("__") ? "offsets" : topic;
  }

  @Override
  public void close() {
    admin.close();
  }
}
