// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.strangers.alpha.in;

import dev.assay.architecture.bad.strangers.beta.core.Beta;

record AlphaWork(Beta beta) {}
