// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.habits;

class Talker {

  void talk() {
    System.out.println("hello");
    System.err.println("hello?");
  }
}
