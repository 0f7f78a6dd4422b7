// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

/** The command cannot do what it was asked to do, and asking differently would help. */
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }
}
