// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plugin;

import dev.assay.embedded.grammar.CompactProtocol;
import dev.assay.embedded.model.recipe.EmbeddedPack;

record Partial(CompactProtocol style, EmbeddedPack weights) {}
