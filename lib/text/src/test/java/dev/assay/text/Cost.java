// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the reading of a text cost: nothing that depends on how busy a machine is.
 *
 * @param steps as its reader counted them
 * @param bytes allocated meanwhile, most of them garbage by now
 */
public record Cost(long steps, long bytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  public static Cost of(Runnable reader) {
    WorkBudget endless = new WorkBudget(Long.MAX_VALUE);
    long thread = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    endless.run(reader);
    return new Cost(endless.spent(), THREADS.getThreadAllocatedBytes(thread) - before);
  }
}
