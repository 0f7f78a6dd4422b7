// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.impure.core;

import dev.assay.messaging.Failure;

record WithMessaging(Failure failure) {}
