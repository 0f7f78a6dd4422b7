// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.roles;

import dev.assay.inference.openai.OpenAiSettings;

record Part(OpenAiSettings settings) {}
