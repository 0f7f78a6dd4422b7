// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a run stands.
 *
 * @param step steps done
 * @param loss cross-entropy in nats per token, mean over the steps since the report before
 * @param learningRate of the step
 * @param gradientNorm before it is clipped
 * @param tokensPerSecond since the report before; the one thing here that differs between runs of
 *     the same recipe
 * @param scores of an evaluation, by name; empty where there was none
 */
public record LossReport(
    long step,
    double loss,
    double learningRate,
    double gradientNorm,
    double tokensPerSecond,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> scores) {

  public LossReport {
    // A line without scores has none; in order, so that equal reports are equal lines.
    scores =
        Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(scores, Map.of())));
  }
}
