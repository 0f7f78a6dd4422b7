// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/**
 * An event that can be read and cannot be true, such as the verdict of a verification that nobody
 * asked for. It is kept with the dead letters and changes nothing; to deliver it again is no help.
 */
public final class MalformedEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedEventException(String message) {
    super(message);
  }
}
