// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.model;

import dev.assay.contracts.Usage;
import dev.assay.model.openai.OpenAiSettings;
import org.springframework.stereotype.Component;

@Component
record Port(OpenAiSettings settings, Usage usage) {}
