// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.profile;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Sums up a recording: where samples of running Java code were, and what was allocated. */
public final class SampledProfile {

  private static final int SHOWN = 30;
  private static final int PACKAGE_PARTS = 4;
  private static final int DEEPEST = 64;
  private static final String OURS = "dev.assay.";
  private static final List<String> JAVA = List.of("java.", "jdk.", "sun.");

  private final Map<String, Double> frames = new TreeMap<>();
  private final Map<String, Double> packages = new TreeMap<>();
  private final Map<String, Double> ours = new TreeMap<>();
  private final Map<String, Double> threads = new TreeMap<>();
  private final Map<String, Double> allocated = new TreeMap<>();
  private final Map<String, Double> allocators = new TreeMap<>();

  private SampledProfile() {}

  /** Reads a recording. */
  public static SampledProfile of(Path file) {
    SampledProfile profile = new SampledProfile();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        profile.add(recording.readEvent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
    return profile;
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> running(event);
      case "jdk.ObjectAllocationSample" -> allocation(event);
      default -> {}
    }
  }

  private void running(RecordedEvent event) {
    List<RecordedFrame> stack = stack(event);
    if (!stack.isEmpty()) {
      frames.merge(method(stack.getFirst()), 1.0, Double::sum);
      packages.merge(packageOf(stack.getFirst()), 1.0, Double::sum);
      ours.merge(owner(stack), 1.0, Double::sum);
      threads.merge(thread(event.getThread("sampledThread")), 1.0, Double::sum);
    }
  }

  private void allocation(RecordedEvent event) {
    RecordedClass type = event.getClass("objectClass");
    double bytes = event.getLong("weight");
    allocated.merge(type.getName(), bytes, Double::sum);
    allocators.merge(owner(stack(event)), bytes, Double::sum);
  }

  private static List<RecordedFrame> stack(RecordedEvent event) {
    return event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
  }

  /** Those of a kind are told as one. */
  private static String thread(@Nullable RecordedThread thread) {
    String name = thread == null ? null : thread.getJavaName();
    return name == null || name.isBlank()
        ? "virtual threads without a name"
        : name.replaceAll("\\d+", "n");
  }

  /** The method of ours that is nearest to what ran; else the nearest that is not Java's own. */
  private static String owner(List<RecordedFrame> stack) {
    List<String> methods = stack.stream().limit(DEEPEST).map(SampledProfile::method).toList();
    return methods.stream()
        .filter(name -> name.startsWith(OURS))
        .findFirst()
        .or(() -> methods.stream().filter(SampledProfile::isLibrary).findFirst())
        .orElse("Java alone");
  }

  private static boolean isLibrary(String method) {
    return JAVA.stream().noneMatch(method::startsWith);
  }

  private static String method(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName().replaceFirst("\\$\\$Lambda.*", "");
    return type + "." + frame.getMethod().getName();
  }

  private static String packageOf(RecordedFrame frame) {
    String[] parts = frame.getMethod().getType().getName().split("\\.", -1);
    int kept = Math.min(PACKAGE_PARTS, parts.length - 1);
    return String.join(".", List.of(parts).subList(0, kept));
  }

  /** Tables, largest shares first. */
  public Findings findings() {
    return Findings.of(
        table("Samples of running code by package", packages),
        table("Samples by the frame that ran", frames),
        table("Samples by the nearest frame of ours, or else of a library", ours),
        table("Samples by thread", threads),
        table("Bytes allocated by class", allocated),
        table("Bytes allocated by the nearest frame of ours, or else of a library", allocators));
  }

  private static Table table(String title, Map<String, Double> weights) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Table(
        title + ", percent",
        List.of("share", "what"),
        weights.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN)
            .map(each -> List.of(Cell.percent(each.getValue() / sum), Cell.text(each.getKey())))
            .toList());
  }
}
