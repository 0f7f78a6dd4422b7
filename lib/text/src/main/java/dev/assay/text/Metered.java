// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

/**
 * A text that charges for each look at it. Its parts are plain strings: they are looked at once.
 */
record Metered(String text, WorkBudget.Scope scope) implements CharSequence {

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    scope.spend(1);
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
