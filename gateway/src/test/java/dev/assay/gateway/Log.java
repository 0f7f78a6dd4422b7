// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the process logs while it is listened to. */
final class Log implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };

  Log() {
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
  }

  /** Lines of what serves HTTP; brokers and databases have their own affairs. */
  List<String> ofHttp() {
    return events.stream()
        .filter(
            each ->
                each.getLoggerName()
                    .matches(
                        "(org\\.apache\\.(catalina|coyote|tomcat)|org"
                            + "\\.springframework\\.(web|http)|dev\\.assay\\.gateway\\.in).*"))
        .map(
            each -> each.getLevel() + " " + each.getLoggerName() + " " + each.getFormattedMessage())
        .toList();
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(appender);
  }
}
