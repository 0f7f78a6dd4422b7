// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

/** Is told what is being started, so that whoever waits sees why. */
@FunctionalInterface
public interface StartUp {

  /** Waits in silence. */
  StartUp SILENT = _ -> {};

  void starting(String part);
}
