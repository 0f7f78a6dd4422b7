// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plugin;

import dev.assay.embedded.model.grammar.CompactProtocol;

record Partial(CompactProtocol style) {}
