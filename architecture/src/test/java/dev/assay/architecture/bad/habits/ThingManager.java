// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.habits;

class ThingManager {}
