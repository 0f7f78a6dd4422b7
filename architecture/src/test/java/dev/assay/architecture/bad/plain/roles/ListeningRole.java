// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.plain.roles;

import dev.assay.model.openai.OpenAiSettings;

record ListeningRole(OpenAiSettings settings) {}
