// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The build that has landed and this one work on the same topics while one replaces the other: each
 * reads what the other writes, and loses nothing that it knows of.
 */
class LandedBuildTests {

  private static final LandedContracts LANDED = new LandedContracts();

  static Stream<Event> known() throws IOException {
    Set<String> types = LANDED.types();
    return EventExamples.ALL.stream().filter(event -> types.contains(event.type()));
  }

  @ParameterizedTest
  @MethodSource("known")
  void theLandedBuildReadsWhatThisOneWrites(Event event) throws Exception {
    byte[] body = EventCodec.encode(event);

    LandedContracts.Reading reading = LANDED.read(Topic.of(event).name(), body);

    assertThat(reading.outcome()).isEqualTo("Known");
    JsonNode understood = tree(reading.writtenAgain().orElseThrow());
    JsonNode golden = tree(LANDED.golden(event.type()));
    assertThat(leaves(tree(body)))
        .as("what it makes of it")
        .containsAllEntriesOf(leaves(understood));
    assertThat(paths(understood)).as("what it knows of").containsAll(paths(golden));
  }

  /**
   * A kind of event that it does not know is counted and skipped, and no dead letter; a topic that
   * it does not have it leaves alone.
   */
  @Test
  void theLandedBuildSkipsWhatIsNewToIt() throws Exception {
    Set<String> types = LANDED.types();
    for (Event event : EventExamples.ALL) {
      if (!types.contains(event.type())) {
        assertThat(LANDED.read(Topic.of(event).name(), EventCodec.encode(event)).outcome())
            .containsAnyOf("UnknownType", LandedContracts.NOBODY_READS_IT);
      }
    }
    byte[] later = "{\"type\": \"attempt.postponed.v1\"}".getBytes(UTF_8);
    assertThat(LANDED.read("attempts", later).outcome()).startsWith("UnknownType");
  }

  @Test
  void thisBuildReadsWhatTheLandedOneWrites() throws IOException {
    for (String type : LANDED.types()) {
      byte[] body = LANDED.golden(type);
      Topic<?> topic =
          EventExamples.ALL.stream()
              .filter(event -> event.type().equals(type))
              .map(Topic::of)
              .findFirst()
              .orElseThrow(() -> new AssertionError(type + " is gone; the landed build writes it"));

      assertThat(EventCodec.decode(topic, body)).as(type).isInstanceOf(Decoded.Known.class);
      Event event = ((Decoded.Known<?>) EventCodec.decode(topic, body)).event();
      assertThat(leaves(tree(EventCodec.encode(event))))
          .as(type)
          .containsAllEntriesOf(leaves(tree(body)));
    }
  }

  private static JsonNode tree(byte[] body) {
    return Json.mapper().readTree(body);
  }

  /** Every value, by its path. */
  private static TreeMap<String, String> leaves(JsonNode node) {
    TreeMap<String, String> leaves = new TreeMap<>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, TreeMap<String, String> leaves) {
    if (node.isValueNode()) {
      leaves.put(path, node.toString());
    }
    node.properties().forEach(each -> collect(path + "." + each.getKey(), each.getValue(), leaves));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "[" + i + "]", node.get(i), leaves);
    }
  }

  /** The paths alone: how many elements a list has is the example's business. */
  private static Set<String> paths(JsonNode node) {
    Set<String> paths = new TreeSet<>();
    leaves(node).keySet().forEach(each -> paths.add(each.replaceAll("\\[\\d+]", "[]")));
    return paths;
  }
}
