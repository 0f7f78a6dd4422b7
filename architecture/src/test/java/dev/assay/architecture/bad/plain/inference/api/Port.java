// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.inference.api;

import dev.assay.contracts.Usage;
import dev.assay.inference.openai.OpenAiSettings;
import org.springframework.stereotype.Component;

@Component
record Port(OpenAiSettings settings, Usage usage) {}
