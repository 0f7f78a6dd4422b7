// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.cycle.hen;

import dev.assay.architecture.bad.cycle.egg.Egg;

public record Hen(Egg egg) {}
