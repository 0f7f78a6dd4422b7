// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

/**
 * One text to learn from: loss is taken on the completion only.
 *
 * @param weight of its loss; 1 for a text that is simply right
 */
public record TextExample(String prompt, String completion, double weight) {}
