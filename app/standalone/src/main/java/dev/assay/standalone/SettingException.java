// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

/**
 * A setting cannot be used: its message is one line that names it, its value and what was expected.
 */
public final class SettingException extends RuntimeException {

  SettingException(String message) {
    super(message);
  }
}
