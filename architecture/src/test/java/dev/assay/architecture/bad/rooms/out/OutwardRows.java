// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.rooms.out;

import dev.assay.architecture.bad.rooms.in.Listener;

public record OutwardRows(Listener listener) {}
