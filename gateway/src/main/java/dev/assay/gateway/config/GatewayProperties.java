// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import dev.assay.contracts.Policy;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set of the gateway.
 *
 * @param policy what problems get whose callers say nothing else; left out, {@link Policy#DEFAULT}
 * @param shed from where on new problems are refused
 * @param largestBody the largest request body that is read, unpacked: of the largest question six
 *     times its length, if every character is escaped, and as much again as fields may need
 * @param allowedHosts names by which callers reach the gateway besides those of this machine; they
 *     are checked if there are any, or if the gateway is bound to a loopback address
 * @param calibration path of the labelled outcomes that the verifier goes by, so that an error rate
 *     which they cannot promise is refused at once; blank where the gateway has no such file
 * @param verifier how the version of the verifier in use begins, such as {@code m/general/}:
 *     outcomes of another one promise nothing; blank where the gateway does not know
 */
@Validated
@ConfigurationProperties(value = "assay.gateway", ignoreUnknownFields = false)
record GatewayProperties(
    @DefaultValue PolicyProperties policy,
    @Name("") @DefaultValue Waits waits,
    @DefaultValue Shed shed,
    @DefaultValue("256KB") DataSize largestBody,
    @DefaultValue List<String> allowedHosts,
    @DefaultValue("") String calibration,
    @DefaultValue("") String verifier) {

  GatewayProperties {
    if (largestBody.toBytes() < 1 || largestBody.toBytes() > Integer.MAX_VALUE - 1) {
      throw new IllegalArgumentException(
          "assay.gateway.largest-body: " + largestBody + " (expected: 1B to 2047MB)");
    }
    policy.overrides().over(Policy.DEFAULT);
  }

  /**
   * How long it waits for what; their properties are named without {@code waits}.
   *
   * @param poll how long what another replica recorded may go unnoticed here
   * @param heartbeat how often a silent event stream says that it is alive
   * @param grace how long after its deadline a waiting caller still waits for the answer
   * @param evidenceGrace how long after settlement an event stream waits for missing evidence
   * @param hangUp how long a problem is worked on after its only caller has hung up
   */
  record Waits(
      @DefaultValue("200ms") Duration poll,
      @DefaultValue("15s") Duration heartbeat,
      @DefaultValue("10s") Duration grace,
      @DefaultValue("30s") Duration evidenceGrace,
      @DefaultValue("10s") Duration hangUp) {

    Waits {
      requirePositive(poll, "poll");
      requirePositive(heartbeat, "heartbeat");
      requirePositive(grace, "grace");
      requirePositive(evidenceGrace, "evidence-grace");
      requirePositive(hangUp, "hang-up");
    }
  }

  /**
   * What is too much to do already.
   *
   * @param oldest how long a task may have waited for somebody to begin it; a part of the deadline,
   *     as an answer takes several tasks one after the other
   * @param open how many problems may be open; what memory holds, and what can be worked by the
   *     deadline
   */
  record Shed(@DefaultValue("10s") Duration oldest, @DefaultValue("500") int open) {

    Shed {
      requirePositive(oldest, "shed.oldest");
      if (open < 1) {
        throw new IllegalArgumentException(
            "assay.gateway.shed.open: " + open + " (expected: at least 1)");
      }
    }
  }

  Policy defaultPolicy() {
    return policy.overrides().over(Policy.DEFAULT);
  }

  private static void requirePositive(Duration value, String what) {
    if (value.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "assay.gateway." + what + ": " + value + " (expected: at least 1 ms)");
    }
  }
}
