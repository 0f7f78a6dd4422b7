// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What cannot work is refused by the name of the option, not of what it sets. */
class EffortOptionsTests {

  @ParameterizedTest
  @CsvSource({
    "--max-calls 0, --max-calls: 0 (expected: ",
    "--max-tokens -1, --max-tokens: -1 (expected: ",
    "--max-cost 0 EUR, --max-cost: not an amount of money (expected: ",
    "--max-cost 1 XYZ, --max-cost: XYZ (expected: ",
    "--max-cost much EUR, --max-cost: much (expected: ",
    "--attempts 0, --attempts: 0 (expected: ",
    "--max-error-rate 1, --max-error-rate: 1.0 (expected: "
  })
  void aValueIsToldByItsOption(String arguments, String beginning) {
    EffortOptions options = new EffortOptions();
    new CommandLine(new Command(options)).parseArgs(arguments.split(" "));

    assertThatThrownBy(options::policy)
        .isInstanceOf(UsageException.class)
        .message()
        .startsWith(beginning);
  }

  @CommandLine.Command
  private record Command(@CommandLine.Mixin EffortOptions effort) {}
}
