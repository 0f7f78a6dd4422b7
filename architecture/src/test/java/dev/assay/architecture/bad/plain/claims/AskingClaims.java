// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.claims;

import dev.assay.model.Model;

record AskingClaims(Model model) {}
