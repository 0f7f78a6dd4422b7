// SPDX-License-Identifier: Apache-2.0

/**
 * Dead letters as people see them: looked through, and sent once more to where they died. Nothing
 * here runs in a service.
 */
@NullMarked
package dev.assay.messaging.redrive;

import org.jspecify.annotations.NullMarked;
