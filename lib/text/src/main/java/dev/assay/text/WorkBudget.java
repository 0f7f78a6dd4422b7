// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much work the reading of a text may take. Replies, answers and questions are strangers'
 * texts, and some of them would keep a careless reader busy for ever; work is counted and never
 * timed, so that a text is read alike on every machine.
 *
 * <p>A step is a character looked at, or as much work as that: some ten nanoseconds. Readers say
 * what they spend; the budgets that are spent are those of all the readers at work on this thread.
 * A budget belongs to one thread.
 */
public final class WorkBudget {

  /** Readers inside one another: far more than any answer has, far fewer than a stack holds. */
  static final int DEEPEST = 100;

  /**
   * Steps for a character of free text: prose takes about ten, the most costly texts that we know
   * forty.
   */
  private static final long LOOKS = 100;

  /** Steps for any text: a short one may have all its characters in the costly place. */
  private static final long LEAST = 20_000;

  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  private final long most;
  private long spent;
  private int depth;

  /**
   * @param most steps
   */
  public WorkBudget(long most) {
    this.most = most;
  }

  /** Enough for reading any text in proportion to its length, and for nothing else. */
  public static WorkBudget forText(String text) {
    return new WorkBudget(LEAST + LOOKS * text.length());
  }

  /** The budgets that one step is taken from. */
  private record Scope(WorkBudget budget, @Nullable Scope outer) {

    void spend(long steps) {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        scope.budget.pay(steps);
      }
    }
  }

  /**
   * What the reader makes of its text, or the other result if this budget does not suffice. May be
   * called again and again; the readers then share what there is.
   */
  public <T> T run(Supplier<? extends T> reader, Supplier<? extends T> beyond) {
    Scope outer = CURRENT.isBound() ? CURRENT.get() : null;
    int before = depth;
    try {
      return ScopedValue.where(CURRENT, new Scope(this, outer)).call(reader::get);
    } catch (Exhausted exhausted) {
      if (exhausted.budget != this) {
        throw exhausted;
      }
      return beyond.get();
    } finally {
      depth = before;
    }
  }

  /** Lets the reader do as much as the budget suffices for; what it has done stays done. */
  public void run(Runnable reader) {
    run(
        () -> {
          reader.run();
          return true;
        },
        () -> false);
  }

  /**
   * Makes what all texts are read with, such as a table: on nobody's budget. The reader that comes
   * first would pay for it, and if its budget did not suffice nobody could use it ever after.
   */
  public static <T> T unmetered(Supplier<? extends T> maker) {
    return ScopedValue.where(CURRENT, new Scope(new WorkBudget(Long.MAX_VALUE), null))
        .call(maker::get);
  }

  /** Takes so many steps from the budgets of the readers at work; free if there are none. */
  public static void spend(long steps) {
    if (CURRENT.isBound()) {
      CURRENT.get().spend(steps);
    }
  }

  /** Reads something inside of what is being read. */
  public static <T> T deeper(Supplier<? extends T> reader) {
    if (!CURRENT.isBound()) {
      return reader.get();
    }
    WorkBudget budget = CURRENT.get().budget();
    budget.enter();
    try {
      return reader.get();
    } finally {
      budget.depth--;
    }
  }

  /**
   * The text with a price of one step on each look at a character, so that not even a regular
   * expression gets away with more.
   */
  public static CharSequence metered(String text) {
    return CURRENT.isBound() ? new Metered(text, CURRENT.get()) : text;
  }

  /** The steps taken so far. */
  public long spent() {
    return spent;
  }

  private void pay(long steps) {
    spent += steps;
    if (spent > most) {
      end();
    }
  }

  private void enter() {
    if (depth >= DEEPEST) {
      end();
    }
    depth++;
  }

  /** Constants are made by who needs them first; a class whose making was broken off is lost. */
  private void end() {
    boolean makesConstants =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .takeWhile(frame -> !isReader(frame))
                        .anyMatch(frame -> frame.getMethodName().equals("<clinit>")));
    if (!makesConstants) {
      throw new Exhausted(this);
    }
  }

  /** Whether a reader with a budget of its own begins there. */
  private static boolean isReader(StackWalker.StackFrame frame) {
    return frame.getMethodName().equals("run")
        && frame.getClassName().equals(WorkBudget.class.getName());
  }

  /**
   * A text that charges for each look at it. Its parts are plain strings: they are looked at once.
   */
  private record Metered(String text, Scope scope) implements CharSequence {

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

  /** Says that a budget does not suffice; costs no stack trace, as it is no mistake. */
  private static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WorkBudget budget;

    Exhausted(WorkBudget budget) {
      super("more work than it is worth", null, false, false);
      this.budget = budget;
    }
  }
}
