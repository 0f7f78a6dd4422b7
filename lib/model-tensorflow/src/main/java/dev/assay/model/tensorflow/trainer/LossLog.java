// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of a run, one line of JSON each. A run that goes on from a state first cuts its log
 * back to that state's step, so that the log is that of a run that was never stopped, but for the
 * speed.
 */
public final class LossLog implements AutoCloseable {

  /** The log's name in a run's folder. */
  public static final String FILE = "loss.jsonl";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final FileChannel channel;
  private final Path path;

  private LossLog(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a log to go on behind the last report up to a step; what comes later, and a line that was
   * cut off, is deleted.
   *
   * @param step of the state that the run goes on from; 0 for a new one
   * @throws UncheckedIOException if the file cannot be read or written
   */
  public static LossLog open(Path path, long step) {
    try {
      long kept = 0;
      for (String line : lines(path)) {
        Optional<LossReport> report = parse(line);
        if (report.isEmpty() || report.get().step() > step) {
          break;
        }
        kept += line.getBytes(StandardCharsets.UTF_8).length;
      }
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(kept).position(kept);
      return new LossLog(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": no log of losses: " + e, e);
    }
  }

  /**
   * Every report in a log, the oldest first, up to a line that was cut off; none if there is no
   * log.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<LossReport> read(Path path) {
    try {
      List<LossReport> reports = new ArrayList<>();
      for (String line : lines(path)) {
        Optional<LossReport> report = parse(line);
        if (report.isEmpty()) {
          break;
        }
        reports.add(report.get());
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read: " + e, e);
    }
  }

  /**
   * Appends a report; it is on the disk when this returns, so that no state is newer than the log.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void add(LossReport report) {
    try {
      String line = MAPPER.writeValueAsString(report) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be written: " + e, e);
    }
  }

  /** With their ends, as only a line with one is whole. */
  private static List<String> lines(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    // Whatever a crash of the machine left at its end is to be cut off, not to be refused.
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    return List.of(text.split("(?<=\n)"));
  }

  private static Optional<LossReport> parse(String line) {
    try {
      return line.endsWith("\n")
          ? Optional.of(MAPPER.readValue(line, LossReport.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be closed: " + e, e);
    }
  }
}
