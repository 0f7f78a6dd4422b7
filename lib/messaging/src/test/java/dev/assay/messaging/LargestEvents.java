// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Bounds;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.Event;
import dev.assay.contracts.Expense;
import dev.assay.contracts.Json;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.Policy;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerificationId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The largest event of every type, put together by reflection: an event or a text that is new is
 * found without anybody's thinking of it, and a text whose bound is not told here is an error.
 *
 * @param filling the characters that all texts are made of
 */
record LargestEvents(String filling) {

  private static final int MOST_CALLS = 64;
  private static final AttemptId ATTEMPT =
      new AttemptId(new ProblemId(new UUID(-1, -1)), 999_999_999);
  private static final SolutionId SOLUTION = new SolutionId(ATTEMPT, 999_999_999);

  private static final List<Integer> COVERED = List.of(Bounds.STEPS - 2, Bounds.STEPS - 1);
  private static final BigDecimal AMOUNT = new BigDecimal("123456789012.123456789012345678");

  /** What records with rules of their own are at their largest. */
  private static final Map<Type, Object> FIXED =
      Map.of(
          ProblemId.class,
          ATTEMPT.problem(),
          AttemptId.class,
          ATTEMPT,
          SolutionId.class,
          SOLUTION,
          ComparisonId.class,
          new ComparisonId(ATTEMPT.problem(), 999_999_998, 999_999_999),
          VerificationId.class,
          new VerificationId(SOLUTION, 999_999_999),
          Usage.class,
          new Usage(
              Integer.MAX_VALUE,
              Long.MAX_VALUE,
              Long.MAX_VALUE,
              Long.MAX_VALUE,
              new Expense(Map.of("EUR", AMOUNT, "JPY", AMOUNT, "USD", AMOUNT), Integer.MAX_VALUE)),
          Policy.class,
          policy(),
          QuestionKind.class,
          new QuestionKind("x".repeat(64)),
          Instant.class,
          Instant.parse("2026-11-24T10:00:00.123456789Z"),
          JudgedSolution.class,
          new JudgedSolution(
              SOLUTION,
              false,
              64,
              64,
              63.00000000000001,
              Integer.MAX_VALUE,
              64,
              64,
              IntStream.range(0, MOST_CALLS).boxed().toList()));

  /** Of every topic. */
  Stream<Event> all() {
    return Topic.ALL.stream()
        .flatMap(topic -> Arrays.stream(topic.events().getPermittedSubclasses()))
        .map(type -> (Event) record(type));
  }

  private static Policy policy() {
    return Json.mapper()
        .readValue(
            Json.mapper()
                .writeValueAsString(Policy.DEFAULT)
                .replaceFirst("\"attempts\":\\d+", "\"attempts\":" + MOST_CALLS)
                .replaceFirst("\"verifications\":\\d+", "\"verifications\":" + MOST_CALLS)
                .replaceFirst("\\{", "{\"forced_endings\":false,")
                .replaceFirst("\"alpha\":[^,]+", "\"alpha\":1.2345678901234567"),
            Policy.class);
  }

  private Object record(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(components).map(this::value).toArray();
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      Object made = constructor.newInstance(values);
      return made instanceof Solution solution ? solution.bounded() : made;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a largest " + type.getSimpleName(), e);
    }
  }

  private Object value(RecordComponent component) {
    String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    Type type = component.getGenericType();
    if (type == String.class) {
      return text(name);
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? map(generic, name)
          : list(generic.getActualTypeArguments()[0], name);
    }
    return value((Class<?>) type);
  }

  private Object value(Class<?> type) {
    Object fixed = FIXED.get(type);
    if (fixed != null) {
      return fixed;
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type.isSealed()) {
      return longest(Arrays.stream(type.getPermittedSubclasses()).map(this::record));
    }
    if (type.isEnum()) {
      return longest(Arrays.stream(type.getEnumConstants()));
    }
    return number(type);
  }

  private static Object number(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return Integer.MAX_VALUE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return false;
    }
    if (type == double.class || type == Double.class) {
      return 0.12345678901234567;
    }
    throw new AssertionError("no largest " + type + " (expected: one that is told here)");
  }

  private static Object longest(Stream<?> values) {
    return values
        .max(Comparator.comparingInt(each -> Json.mapper().writeValueAsBytes(each).length))
        .orElseThrow();
  }

  /** More than the bound where the event itself keeps to it, and the bound where its maker does. */
  private String text(String name) {
    return switch (name) {
      case "Problem.question" -> question();
      case "Answer.text",
          "AnswerGroup.answer",
          "Problem.reference",
          "Ranking.choices",
          "Solution.answer",
          "Requested.one",
          "Requested.other" ->
          filled(Bounds.ANSWER);
      // What is longer is none.
      case "Drafted.how", "Flawed.suggestion" -> filled(Bounds.REASON);
      case "Solution.text",
          "Rationale.reason",
          "Rationale.explanation",
          "Flawed.why",
          "Unreadable.why",
          "FirstError.why",
          "NoVerdict.detail",
          "Abandoned.reason",
          "Drafted.model",
          "Criticised.model",
          "Returned.model",
          "Compared.why",
          "Compared.model",
          "Summarised.why",
          "Summarised.model",
          "ReplyOrigin.digest",
          "ReplyOrigin.weights",
          "Warning.code",
          "Warning.message" ->
          filling.repeat(2_000_000 / filling.length());
      default -> throw new AssertionError(name + " has no bound (expected: one in Bounds)");
    };
  }

  /** Its bound is one of plain UTF-8. */
  private String question() {
    int bytes = filling.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return "?" + filling.repeat((Bounds.QUESTION - 1) / bytes);
  }

  private String filled(int most) {
    return filling.repeat((int) (most / Bounds.wireLength(filling)));
  }

  private List<?> list(Type element, String name) {
    return switch (name) {
      case "Solution.steps" -> Collections.nCopies(Bounds.STEPS, step());
      case "Ranking.groups" ->
          Collections.nCopies(MOST_CALLS, (AnswerGroup) value((Class<?>) element));
      // As many as a chain of so many steps may name.
      case "Requested.covers", "Outcome.steps" ->
          Collections.nCopies(
              Bounds.STEPS,
              name.startsWith("Outcome") ? new Outcome.Step(step(), COVERED) : COVERED);
      // More than the answer itself keeps.
      case "Answer.warnings" -> Collections.nCopies(MOST_CALLS, value((Class<?>) element));
      case "AnswerGroup.solutions" -> List.of(value((Class<?>) element));
      default -> throw new AssertionError(name + " has no bound (expected: one that is told here)");
    };
  }

  private String step() {
    return filled(Bounds.TEXT / Bounds.STEPS);
  }

  private Map<?, ?> map(ParameterizedType type, String name) {
    Class<?> value = (Class<?>) type.getActualTypeArguments()[1];
    Object largest = value == String.class ? text(name) : value(value);
    Object[] keys = ((Class<?>) type.getActualTypeArguments()[0]).getEnumConstants();
    return IntStream.range(0, keys.length)
        .boxed()
        .collect(Collectors.toMap(i -> keys[i], _ -> largest, (one, _) -> one));
  }

  /** The worst characters, each for a reason of its own. */
  static Stream<String> fillings() {
    return Stream.of("\u0001", "\n", "\"", "\\", "\u6f22", "\ud83d\ude00", "\ud83d", "x");
  }

  /** The worst events there are, of all fillings. */
  static Stream<Event> worst() {
    Function<String, Stream<Event>> largest = filling -> new LargestEvents(filling).all();
    return fillings().flatMap(largest);
  }
}
