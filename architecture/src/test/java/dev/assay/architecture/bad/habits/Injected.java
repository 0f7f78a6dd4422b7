// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.habits;

import jakarta.annotation.PostConstruct;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class Injected {

  @Autowired String autowired;

  @Value("${x}")
  String value;

  @Autowired
  void setter(Logger log) {}

  @PostConstruct
  void finish() {}
}
