// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Task;
import dev.assay.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Events as they are kept: without the problem that tasks carry along for workers. It has a row of
 * its own, and thousands of copies of a long question would fill disks and memory.
 */
final class StoredEvents {

  private static final JsonMapper WRITER =
      Json.mapper().rebuild().addMixIn(Task.class, WithoutProblem.class).build();

  private static final JsonMapper READER =
      Json.mapper()
          .rebuild()
          .addModule(new SimpleModule().addDeserializer(Problem.class, new ProblemAtHand()))
          .build();

  private static final Map<String, Topic<?>> TOPIC_OF_TYPE =
      Topic.ALL.stream()
          .flatMap(topic -> Arrays.stream(topic.events().getPermittedSubclasses()))
          .collect(Collectors.toMap(StoredEvents::type, StoredEvents::topic));

  private StoredEvents() {}

  private static String type(Class<?> event) {
    return event.getAnnotation(JsonTypeName.class).value();
  }

  private static Topic<?> topic(Class<?> event) {
    return Topic.ALL.stream()
        .filter(topic -> topic.events().isAssignableFrom(event))
        .findFirst()
        .orElseThrow();
  }

  /** The event as PostgreSQL can keep it. */
  static String write(Event event) {
    return Jsonb.storable(WRITER.writerFor(Topic.of(event).events()).writeValueAsString(event));
  }

  /**
   * The event again.
   *
   * @param problem that it is about; whatever the body says of it is not looked at
   */
  static Event read(String type, String body, Problem problem) {
    Topic<?> topic = TOPIC_OF_TYPE.get(type);
    if (topic == null) {
      throw new IllegalStateException(
          "recorded event of type " + type + " (expected: a known one)");
    }
    try {
      return READER
          .readerFor(topic.events())
          .withAttribute(ProblemAtHand.class, problem)
          .readValue(body);
    } catch (JacksonException e) {
      throw new IllegalStateException("recorded event of type " + type + ": unreadable", e);
    }
  }

  /** Leaves out what {@link ProblemAtHand} puts back. */
  @JsonIgnoreProperties("problem")
  private interface WithoutProblem {}

  /** Reads every problem as the one that the reader was given: all events share it. */
  private static final class ProblemAtHand extends StdDeserializer<Problem> {

    ProblemAtHand() {
      super(Problem.class);
    }

    @Override
    public Problem deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return atHand(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return atHand(context);
    }

    private static Problem atHand(DeserializationContext context) {
      return (Problem) context.getAttribute(ProblemAtHand.class);
    }
  }
}
