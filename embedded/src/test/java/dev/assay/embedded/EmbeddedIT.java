// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {

  @TempDir Path folder;

  @Test
  void topicsSurviveARestartOfTheBroker() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
    }

    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void committedRowsSurviveARestartOfTheDatabase() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "")) {
      connection.createStatement().execute("create table kept as select 42 as answer");
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
        var rows = connection.createStatement().executeQuery("select answer from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  @Test
  void aCommitIsOnDiskWhenItReturns() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
        var rows = connection.createStatement().executeQuery("show fsync")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("on");
    }
  }
}
