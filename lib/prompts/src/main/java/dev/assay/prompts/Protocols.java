// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.model.ModelSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The protocols that configuration may name: those on the class path. */
public final class Protocols {

  private static final SequencedMap<Class<? extends Protocol>, String> JOBS = new LinkedHashMap<>();

  static {
    JOBS.put(SolvingProtocol.class, "solve");
    JOBS.put(CriticisingProtocol.class, "criticise");
    JOBS.put(RefiningProtocol.class, "refine");
    JOBS.put(BacktrackingProtocol.class, "backtrack");
    JOBS.put(VerifyingProtocol.class, "verify");
    JOBS.put(ComparingProtocol.class, "compare");
    JOBS.put(SummarisingProtocol.class, "summarise");
  }

  private Protocols() {}

  /**
   * The protocol of a model.
   *
   * @param name of it, or blank for the only one that suits the source
   * @throws IllegalArgumentException with the names there are, if this is none of them, or none or
   *     more than one suits the source
   */
  public static Protocol of(String name, ModelSource source) {
    return name.isBlank() ? suiting(source) : named(name);
  }

  /**
   * The protocol of this name.
   *
   * @throws IllegalArgumentException with the names there are, if this is none of them
   */
  public static Protocol named(String name) {
    List<Protocol> installed = installed();
    return installed.stream()
        .filter(protocol -> protocol.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "protocol: %s (expected: %s)".formatted(name, names(installed))));
  }

  /** All of them, for whoever looks for the right one. */
  public static List<Protocol> all() {
    return installed();
  }

  private static Protocol suiting(ModelSource source) {
    source.requirePlace();
    List<Protocol> installed = installed();
    List<Protocol> suiting = installed.stream().filter(protocol -> protocol.suits(source)).toList();
    if (suiting.size() != 1) {
      throw new IllegalArgumentException(
          "protocol: none is named, and %s suits %s (expected: one of %s)"
              .formatted(suiting.isEmpty() ? "none" : names(suiting), source, names(installed)));
    }
    return suiting.getFirst();
  }

  private static List<Protocol> installed() {
    return ServiceLoader.load(Protocol.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static String names(List<Protocol> protocols) {
    return protocols.stream().map(Protocol::name).sorted().collect(Collectors.joining(", "));
  }

  /**
   * The protocol as one that can do a role's job: a role asks for this before it takes any work.
   *
   * @throws IllegalArgumentException with what it can do, if this is not among it
   */
  public static <P extends Protocol> P able(Protocol protocol, Class<P> job) {
    if (!job.isInstance(protocol)) {
      throw new IllegalArgumentException(
          "protocol: %s can %s (expected: one that can %s)"
              .formatted(protocol.name(), abilities(protocol), JOBS.get(job)));
    }
    return job.cast(protocol);
  }

  private static String abilities(Protocol protocol) {
    String all =
        JOBS.entrySet().stream()
            .filter(job -> job.getKey().isInstance(protocol))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "do no role's job" : all;
  }
}
