// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.impure.core;

import org.springframework.stereotype.Component;

@Component
class WithSpring {}
