// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture.bad.impure.core;

import dev.assay.model.openai.OpenAiSettings;

record WithAdapter(OpenAiSettings settings) {}
