// SPDX-License-Identifier: Apache-2.0
package dev.assay.service.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stack trace with its own line breaks, and none of those in the messages of exceptions. */
public final class SafeThrowable extends ThrowableProxyConverter {

  @Override
  protected String throwableProxyToString(IThrowableProxy failure) {
    return super.throwableProxyToString(new OneLineMessages(failure));
  }

  private record OneLineMessages(IThrowableProxy failure) implements IThrowableProxy {

    private static @Nullable IThrowableProxy of(@Nullable IThrowableProxy failure) {
      return failure == null ? null : new OneLineMessages(failure);
    }

    @Override
    public @Nullable String getMessage() {
      return failure.getMessage() == null ? null : LogLine.of(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
      String message = failure.getOverridingMessage();
      return message == null ? null : LogLine.of(message);
    }

    @Override
    public String getClassName() {
      return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      return of(failure.getCause());
    }

    @Override
    public IThrowableProxy @Nullable [] getSuppressed() {
      IThrowableProxy[] suppressed = failure.getSuppressed();
      return suppressed == null
          ? null
          : Arrays.stream(suppressed).map(OneLineMessages::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
      return failure.isCyclic();
    }
  }
}
