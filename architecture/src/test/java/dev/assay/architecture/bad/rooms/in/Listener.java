// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.rooms.in;

import dev.assay.architecture.bad.rooms.out.OutwardRows;

public record Listener(OutwardRows rows) {}
