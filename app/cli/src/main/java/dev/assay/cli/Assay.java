// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.NotSettledException;
import dev.assay.client.RefusedException;
import dev.assay.client.UnavailableException;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import dev.assay.lab.datasets.BadDataException;
import dev.assay.messaging.redrive.BrokerFailedException;
import dev.assay.model.tensorflow.trainer.RunFolderException;
import dev.assay.standalone.FolderInUseException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line's front door. */
@Command(
    name = "assay",
    description = "Verified answers from language models.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    footer = {
      "",
      ExitCode.LEGEND,
      "",
      "  ./assay ask \"((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =\""
    },
    subcommands = {
      AskCommand.class,
      ServeCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      DlqCommand.class,
      CalibrateCommand.class,
      LikelihoodCommand.class,
      TrainCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
final class Assay {

  /** The narrowest that the library sets. */
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 90;

  private Assay() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Streams.speakUtf8();
    System.exit(run(Streams.arguments(arguments)));
  }

  static int run(String... arguments) {
    CommandLine line = line(new Assay());
    int code = line.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    if (code != ExitCode.USAGE && code != ExitCode.FAILED && !Streams.allWritten()) {
      System.err.println("assay: standard output cannot be written");
      return ExitCode.FAILED;
    }
    return code;
  }

  /** A command with our manners. */
  static CommandLine line(Object command) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(helpWidth());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // A question may begin with a minus, or with an at sign; what is in a file is for --labelled.
    line.setExpandAtFiles(false);
    line.setPosixClusteredShortOptionsAllowed(false);
    line.getSubcommands().computeIfPresent("ask", (_, ask) -> takingQuestions(ask));
    line.registerConverter(Duration.class, Durations::parse);
    line.registerConverter(SelectionRule.class, Converters.named(SelectionRule::parse));
    line.registerConverter(QuestionKind.class, Converters.named(QuestionKind::new));
    line.registerConverter(Stopping.class, Converters.named(Stopping::parse));
    line.registerConverter(Path.class, Converters::path);
    line.registerConverter(URI.class, Converters::server);
    line.setExecutionStrategy(Assay::execute);
    line.setParameterExceptionHandler(refusing(line.getParameterExceptionHandler()));
    line.setExecutionExceptionHandler(Assay::explain);
    return line;
  }

  private static CommandLine takingQuestions(CommandLine ask) {
    return ask.setUnmatchedOptionsArePositionalParams(true);
  }

  private static int helpWidth() {
    return Math.clamp(Terminal.width(Terminal.OUTPUT), NARROWEST_HELP, WIDEST_HELP);
  }

  /** Says what was called otherwise before, and then what is wrong. */
  private static IParameterExceptionHandler refusing(IParameterExceptionHandler usual) {
    return (wrong, arguments) -> {
      CommandLine line = wrong.getCommandLine();
      boolean dataset = line.getCommandSpec().findOption("--dataset") != null;
      if (dataset && Arrays.stream(arguments).anyMatch(each -> each.matches("--data(=.*)?"))) {
        line.getErr()
            .println("--data is the system's data folder; a data set is named by --dataset DIR");
      }
      return usual.handleParseException(wrong, arguments);
    };
  }

  private static int execute(ParseResult parsed) {
    Streams.trouble(parsed.originalArgs())
        .ifPresent(
            trouble -> {
              throw new ParameterException(parsed.commandSpec().commandLine(), trouble);
            });
    UnknownWords.refuse(parsed);
    return new CommandLine.RunLast().execute(parsed);
  }

  /** What went wrong in one or two sentences; a stack trace only for what nobody foresaw. */
  private static int explain(Exception failure, CommandLine line, ParseResult parsed)
      throws Exception {
    return switch (failure) {
      case ParameterException wrong ->
          line.getParameterExceptionHandler().handleParseException(wrong, new String[0]);
      case RefusedException _, UsageException _, BadDataException _, RunFolderException _ ->
          say(failure.getMessage(), ExitCode.USAGE);
      case FolderInUseException _,
          UnavailableException _,
          NotSettledException _,
          BrokerFailedException _,
          SystemFailedException _ ->
          say(failure.getMessage(), ExitCode.FAILED);
      case UncheckedIOException _ -> say(FailureText.of(failure), ExitCode.FAILED);
      default -> {
        failure.printStackTrace(System.err);
        yield say("that was not foreseen: " + failure, ExitCode.FAILED);
      }
    };
  }

  private static int say(@Nullable String message, int code) {
    System.err.println("assay: " + message);
    return code;
  }
}
