// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.shipped;

import dev.assay.testing.ScriptedModel;

record Shipped(ScriptedModel model) {}
