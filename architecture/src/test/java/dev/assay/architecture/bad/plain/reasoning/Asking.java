// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.reasoning;

import dev.assay.inference.api.Model;

record Asking(Model model) {}
