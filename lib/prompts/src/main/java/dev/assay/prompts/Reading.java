// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Bounds;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far something is known: it is, or it cannot be read, or a model must be asked (further). A
 * protocol opens with one, since some things are known without a model, and a reply is read as one.
 *
 * @param <T> what is to be known
 */
public sealed interface Reading<T> {

  /** A reading after which nothing is left to be asked. */
  sealed interface Conclusion<T> extends Reading<T> {

    /** What is known. */
    default Optional<T> known() {
      return this instanceof Read<T> read ? Optional.of(read.value()) : Optional.empty();
    }
  }

  /**
   * It is known.
   *
   * @param how by what, in a word or two, such as {@code exact arithmetic}
   */
  record Read<T>(T value, String how) implements Conclusion<T> {
    public Read {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(how, "how");
    }
  }

  /**
   * The reply cannot be read: it says neither this nor that, and never becomes a score.
   *
   * @param why what is wrong with the reply
   * @param expected what it should have been
   * @param beginning of the reply, for people: what was said, or thought where nothing was said;
   *     within {@link Bounds#REASON}
   * @param incomplete what it holds all the same, such as a solution that states no answer:
   *     evidence, and never the value; null if nothing
   */
  record Unreadable<T>(String why, String expected, String beginning, @Nullable T incomplete)
      implements Conclusion<T> {
    public Unreadable {
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(expected, "expected");
      beginning = Bounds.shortened(beginning, Bounds.REASON);
    }

    public Unreadable(String why, String expected, Reply reply, @Nullable T incomplete) {
      this(why, expected, reply.text().isBlank() ? reply.thinking() : reply.text(), incomplete);
    }

    public Unreadable(String why, String expected, Reply reply) {
      this(why, expected, reply, null);
    }

    /** All of it for people, what was expected first: the beginning may be long. */
    public String explained() {
      String words = "%s (expected: %s)".formatted(why, expected);
      return beginning.isEmpty() ? words : words + "; it begins: " + beginning;
    }
  }

  /**
   * One question to a model and the reader of the reply to it: one value, so that a reply is never
   * read by the rules of another prompt.
   *
   * @param <T> what is to be known
   */
  interface Inquiry<T> {

    /** What the model is asked. */
    Prompt prompt();

    /**
     * Reads a reply to {@link #prompt}. Never throws, whatever the reply, and works in proportion
     * to its length.
     */
    Reading<T> read(Reply reply);

    /**
     * How warm the first reply to it is drawn, where that is part of what is asked, as of a step
     * that is to come out differently; null for as warm as the role's.
     */
    default @Nullable Double temperature() {
      return null;
    }

    /** The most tokens that a reply to it is worth; a role may allow for fewer. */
    default int mostTokens() {
      return Integer.MAX_VALUE;
    }

    /**
     * How many of the likeliest tokens are wanted in each one's place, of a model that says so; one
     * that does not is asked without, and read so.
     */
    default int topLogProbabilities() {
      return 0;
    }

    /**
     * How many steps of the solution in question the prompt does not show, as it would grow beyond
     * use; the reply is worth less, and whoever keeps it keeps that.
     */
    default int stepsLeftOut() {
      return 0;
    }

    /**
     * What is to be asked in place of the same once more, where a reply could not be read: to go on
     * with it to an end that can. Asked of models only that can go on with a text.
     *
     * @param unread the reply
     * @return empty if it is not to be brought to an end
     */
    default Optional<Inquiry<T>> ending(Reply unread) {
      return Optional.empty();
    }
  }

  /**
   * A model must be asked.
   *
   * @param why to what end
   */
  record Ask<T>(Inquiry<T> next, String why) implements Reading<T> {
    public Ask {
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(why, "why");
    }
  }

  /** A model must be asked this, in one message, and its reply read so. */
  static <T> Reading<T> ask(String why, String prompt, Function<Reply, Reading<T>> reader) {
    return new Ask<>(new PlainInquiry<>(Prompt.of(prompt), reader, null, null, 0), why);
  }

  /**
   * The same, where a reply that cannot be read may be brought to an end.
   *
   * @param ending how
   */
  static <T> Reading<T> ask(
      String why, String prompt, Function<Reply, Reading<T>> reader, ForcedEnding ending) {
    return new Ask<>(new PlainInquiry<>(Prompt.of(prompt), reader, ending, null, 0), why);
  }

  /**
   * The same about a solution.
   *
   * @param shown what the prompt shows of it
   */
  static <T> Reading<T> ask(
      String why,
      String prompt,
      Function<Reply, Reading<T>> reader,
      ForcedEnding ending,
      ShownSolution shown) {
    return new Ask<>(
        new PlainInquiry<>(Prompt.of(prompt), reader, ending, null, shown.leftOut()), why);
  }

  /** A prompt and a function. */
  record PlainInquiry<T>(
      Prompt prompt,
      Function<Reply, Reading<T>> reader,
      @Nullable ForcedEnding forced,
      @Nullable Double temperature,
      int stepsLeftOut)
      implements Inquiry<T> {

    @Override
    public Reading<T> read(Reply reply) {
      return reader.apply(reply);
    }

    @Override
    public Optional<Inquiry<T>> ending(Reply unread) {
      return Optional.ofNullable(forced).map(ending -> new Continued<>(this, ending, unread));
    }
  }

  /** A reply and the end that it is to have. */
  record Continued<T>(Inquiry<T> asked, ForcedEnding ending, Reply unread) implements Inquiry<T> {

    @Override
    public Prompt prompt() {
      return ending.after(asked.prompt(), unread);
    }

    /** The end alone counts where the whole cannot be read: what came before said nothing. */
    @Override
    public Reading<T> read(Reply end) {
      Reading<T> whole = asked.read(ending.whole(unread, end));
      return whole instanceof Unreadable ? asked.read(ending.alone(end)) : whole;
    }

    @Override
    public int mostTokens() {
      return ending.mostTokens();
    }
  }
}
