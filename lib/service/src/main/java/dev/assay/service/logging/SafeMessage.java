// SPDX-License-Identifier: Apache-2.0
package dev.assay.service.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A message on one line, whoever wrote what is in it. */
public final class SafeMessage extends ClassicConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return LogLine.of(event.getFormattedMessage());
  }
}
