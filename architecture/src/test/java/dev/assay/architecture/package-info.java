// SPDX-License-Identifier: Apache-2.0

/**
 * The rules of the house. Each says why, and each is shown to fail: under {@code bad} are classes
 * that break one on purpose, for rules that nothing can break protect nothing.
 */
package dev.assay.architecture;
