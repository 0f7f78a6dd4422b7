// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import dev.assay.lab.datasets.DatasetFolder;
import java.util.List;

/**
 * A judge and its prompt.
 *
 * @param file without the folder
 * @param judge as the rows name it
 */
record Condition(String name, String file, String judge) {

  static final Condition BASE_FULL = new Condition("base, full", "base_both_k8", "full");
  static final Condition BASE_MINI = new Condition("base, mini", "base_both_k8", "mini");
  static final Condition BASE_NANO = new Condition("base, nano", "base_nano_k8", "nano");
  static final Condition CRITERIA_FULL =
      new Condition("criteria, full", "criteria_both_k8", "full");
  static final Condition CRITERIA_MINI =
      new Condition("criteria, mini", "criteria_both_k8", "mini");
  static final Condition CAL_LOW = new Condition("calibration low", "cal-low_both_k8", "full");
  static final Condition COMBINED = new Condition("combined", "combined_both_k8", "full");
  static final Condition SONNET = new Condition("base, Sonnet", "base_claude_both_k8", "full");
  static final Condition HAIKU = new Condition("base, Haiku", "base_claude_both_k8", "mini");
  static final Condition CRITERIA_SONNET =
      new Condition("criteria, Sonnet", "criteria_claude_both_k8", "full");
  static final Condition CRITERIA_HAIKU =
      new Condition("criteria, Haiku", "criteria_claude_both_k8", "mini");

  String path() {
    return JudgeStudy.FOLDER + file + ".jsonl.gz";
  }

  List<JudgeItem> read(DatasetFolder data) {
    return JudgeItem.read(data, path(), judge);
  }
}
