// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.weights;

import dev.assay.model.tensorflow.checkpoint.ModelLoadException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Ends a start without weights with one line, where the framework would write a page. */
final class UnusableWeights implements SpringBootExceptionReporter {

  private static final Logger LOG = LoggerFactory.getLogger(UnusableWeights.class);

  @Override
  public boolean reportException(Throwable failure) {
    Optional<Throwable> cause =
        Stream.iterate(failure, each -> each != null, Throwable::getCause)
            .filter(each -> each instanceof WeightsException || each instanceof ModelLoadException)
            .findFirst();
    cause.ifPresent(each -> LOG.error("nothing is served: {}", each.getMessage()));
    return cause.isPresent();
  }
}
