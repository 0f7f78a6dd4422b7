// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.cycle.egg;

import dev.assay.architecture.bad.cycle.hen.Hen;

public record Egg(Hen hen) {}
