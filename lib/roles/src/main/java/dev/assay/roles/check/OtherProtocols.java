// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Reply;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Read;
import dev.assay.roles.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the protocols that can read what a configured one cannot, without asking again. */
final class OtherProtocols {

  private OtherProtocols() {}

  /**
   * Their names.
   *
   * @param configured in which the reply was asked for
   * @param right which of the sample's solutions it is about
   * @return empty if none reads it
   */
  static Optional<String> reading(
      RoleJob job, Protocol configured, Sample sample, boolean right, Finding<?> finding) {
    Reply reply = new Reply(finding.reply(), Reply.Finish.STOP, 0, finding.tokens());
    List<Protocol> others =
        Protocols.all().stream()
            .filter(each -> !each.name().equals(configured.name()) && job.isAble(each))
            .filter(each -> each.refusal(sample.question()).isEmpty())
            .toList();
    String names =
        others.stream()
            .filter(each -> reads(job.opening(each, sample, right), reply))
            .map(Protocol::name)
            .sorted()
            .collect(Collectors.joining(" or "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static <T> boolean reads(Reading<T> opening, Reply reply) {
    return opening instanceof Ask<T> ask
        && ask.next().read(reply) instanceof Read<T> read
        && says(read.value());
  }

  private static boolean says(Object value) {
    return RoleJob.calledRight(value).isPresent() || value instanceof Draft;
  }
}
