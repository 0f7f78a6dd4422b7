// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a reply came about, as far as it tells what the reply is worth as evidence: whether two of
 * them are two draws or one, and whether the model has seen all that it was asked. Each field is
 * absent where nobody said, as in events of builds that did not.
 *
 * @param temperature at which it was drawn; 0 is greedy
 * @param canonical true where the protocol has one spelling for what is said, so that draws of
 *     their own may well be alike; else null
 * @param digest of all that came back, thoughts and the count of tokens included: replies with
 *     different digests were drawn apart
 * @param length of it in characters, thoughts included
 * @param weights which weights replied, as far as configuration tells: a name for them, equal for
 *     equal ones
 * @param promptTruncated true if the server counts far fewer tokens than it was sent; else null
 * @param stepsLeftOut how many steps of the solution in question the prompt did not show; null for
 *     none
 * @param forced true if what it concludes was not concluded by the model of its own accord; else
 *     null
 */
public record ReplyOrigin(
    @Nullable Double temperature,
    @Nullable Boolean canonical,
    @Nullable String digest,
    @Nullable Integer length,
    @Nullable String weights,
    @Nullable Boolean promptTruncated,
    @Nullable Integer stepsLeftOut,
    @Nullable Boolean forced) {

  /** Nobody said. */
  public static final ReplyOrigin UNKNOWN =
      new ReplyOrigin(null, null, null, null, null, null, null, null);

  public ReplyOrigin {
    canonical = trueOrNull(canonical);
    digest = digest == null ? null : Bounds.shortened(digest, Bounds.NAME);
    weights = weights == null ? null : Bounds.shortened(weights, Bounds.NAME);
    promptTruncated = trueOrNull(promptTruncated);
    forced = trueOrNull(forced);
  }

  private static @Nullable Boolean trueOrNull(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag) ? true : null;
  }

  /** Whether a model wrote it whose server is known to have cut the prompt. */
  public boolean truncated() {
    return promptTruncated != null;
  }

  /** Whether it is drawn greedily, so that another draw would be the same again. */
  public boolean greedy() {
    return temperature != null && temperature == 0;
  }

  /** The same, where the prompt of one that it rests on may have been cut as well. */
  public ReplyOrigin after(@Nullable ReplyOrigin other) {
    return other == null || !other.truncated() ? this : truncatedToo();
  }

  /** The same, brought to an end that the model did not come to of its own accord. */
  public ReplyOrigin forcing() {
    return new ReplyOrigin(
        temperature, canonical, digest, length, weights, promptTruncated, stepsLeftOut, true);
  }

  private ReplyOrigin truncatedToo() {
    return new ReplyOrigin(
        temperature, canonical, digest, length, weights, true, stepsLeftOut, forced);
  }

  /** Null where it says nothing, so that it takes no place on the wire. */
  public static @Nullable ReplyOrigin kept(@Nullable ReplyOrigin origin) {
    return Objects.equals(origin, UNKNOWN) ? null : origin;
  }
}
