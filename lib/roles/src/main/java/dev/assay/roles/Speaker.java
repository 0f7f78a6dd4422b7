// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.model.Model;
import dev.assay.prompts.Protocol;
import java.time.Duration;
import java.time.InstantSource;

/** A role, as far as what it says in a conversation goes. */
interface Speaker {

  Model model();

  Protocol protocol();

  double temperature();

  double topP();

  int maxTokens();

  Duration timeout();

  int maxReplyBytes();

  InstantSource clock();

  ModelAccount account();

  RoleObserver observer();
}
