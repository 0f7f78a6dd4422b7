// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** The C library's functions, for what Java has no word for. */
final class NativeFunctions {

  private NativeFunctions() {}

  @SuppressWarnings("restricted") // the program is started with native access, for TensorFlow
  static MethodHandle handle(String name, FunctionDescriptor signature, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    return linker.downcallHandle(library.findOrThrow(name), signature, options);
  }
}
