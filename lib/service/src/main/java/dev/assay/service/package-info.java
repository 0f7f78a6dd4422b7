// SPDX-License-Identifier: Apache-2.0

/** What every service is as a process: how it starts, waits, tells how it is, and stops. */
@NullMarked
package dev.assay.service;

import org.jspecify.annotations.NullMarked;
