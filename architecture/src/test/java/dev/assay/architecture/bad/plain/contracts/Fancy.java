// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.contracts;

import org.slf4j.Logger;
import org.springframework.stereotype.Component;

@Component
record Fancy(Logger log) {}
