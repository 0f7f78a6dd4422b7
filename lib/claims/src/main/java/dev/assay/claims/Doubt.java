// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

/** Why a claim that looks false, or true, may mean something else. */
enum Doubt {
  GOES_ON("the expression goes on in words or symbols that are not read", false),
  CONTEXT("the words around it change its meaning", false),
  NO_VALUE("a side has no exact value", false),
  READING("a side can be read in two ways", true),
  ROUNDED("it may be rounded", true),
  UNITS("the two sides may be in different units", true),
  RUNNING("the right side starts from the result of the left: a running total", true),
  MARK("the calculation marked beside it is another one, and holds", true),
  LOOSE("it holds if operations are taken in the order of writing", true);

  private final String words;
  private final boolean benign;

  Doubt(String words, boolean benign) {
    this.words = words;
    this.benign = benign;
  }

  String words() {
    return words;
  }

  /** Whether two sides that come out equal are true in spite of it. */
  boolean benign() {
    return benign;
  }
}
