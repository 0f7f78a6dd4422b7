// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.impure.core;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

class Worldly {

  String calls() throws InterruptedException {
    Thread.sleep(1);
    System.out.println();
    return Instant.now() + "" + System.currentTimeMillis() + UUID.randomUUID() + new Random();
  }

  Supplier<Instant> refers() {
    return Instant::now;
  }
}
