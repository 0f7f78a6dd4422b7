// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

/** What two numbers with a dash or a word between them may be besides a range. */
enum RangeReading {
  /** Nothing else. */
  RANGE,
  /** A difference that was not worked out, beside a single number: 12-17. */
  DIFFERENCE,
  /** A difference in any company: 12 - 17. */
  SUBTRACTION,
  /** A difference or a score, and no range, as it falls: 5-3. */
  FALLING,
  /** A ratio: 3 to 5. */
  RATIO
}
