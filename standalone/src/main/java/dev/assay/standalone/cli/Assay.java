// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.bench.data.BadDataException;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import dev.assay.inference.tensorflow.training.RunFolderException;
import dev.assay.standalone.FolderInUseException;
import dev.assay.standalone.client.NotSettledException;
import dev.assay.standalone.client.RefusedException;
import dev.assay.standalone.client.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command line's front door. */
@Command(
    name = "assay",
    description = "Verified answers from language models.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Assay.Version.class,
    footer = {
      "",
      "Exit codes: 0 verified, 1 failed, 2 wrong usage or refused, 3 uncertain or abstained.",
      "",
      "  ./assay ask \"((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =\""
    },
    subcommands = {
      AskCommand.class,
      ServeCommand.class,
      BenchCommand.class,
      CalibrateCommand.class,
      LikelihoodCommand.class,
      TrainCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
final class Assay {

  private Assay() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = line(new Assay());
    return arguments.length == 0 ? line.execute("help") : line.execute(arguments);
  }

  /** A command with our manners. */
  static CommandLine line(Object command) {
    CommandLine line = new CommandLine(command);
    line.setUsageHelpWidth(90);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Duration.class, Durations::parse);
    line.registerConverter(SelectionRule.class, named(SelectionRule::parse));
    line.registerConverter(Stopping.class, named(Stopping::parse));
    line.setExecutionExceptionHandler(Assay::explain);
    return line;
  }

  private static <T> ITypeConverter<T> named(Function<String, T> parse) {
    return name -> {
      try {
        return parse.apply(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  /** What went wrong in one or two sentences; a stack trace only for what nobody foresaw. */
  private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
    System.err.println("assay: " + failure.getMessage());
    return switch (failure) {
      case RefusedException _, UsageException _, BadDataException _, RunFolderException _ ->
          ExitCode.USAGE;
      case FolderInUseException _,
          UnavailableException _,
          NotSettledException _,
          SystemFailedException _ ->
          ExitCode.FAILED;
      default -> {
        failure.printStackTrace(System.err);
        yield ExitCode.FAILED;
      }
    };
  }

  /** The version of this build. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"assay " + number(), "Java " + Runtime.version()};
    }

    static String number() {
      Properties build = new Properties();
      try (var in = Assay.class.getResourceAsStream("/assay.properties")) {
        if (in != null) {
          build.load(in);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("could not read the version", e);
      }
      return build.getProperty("version", "(unknown version)");
    }
  }
}
