// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.datasets;

import java.util.Map;

/** Where the recorded sets are published: what somebody needs to know who lacks one. */
public final class DatasetSources {

  private static final Map<String, String> BY_SET =
      Map.ofEntries(
          Map.entry("bbh", "github.com/suzgunmirac/BIG-Bench-Hard (MIT)"),
          Map.entry("big_bench_mistake", "github.com/WHGTyen/BIG-Bench-Mistake (Apache-2.0)"),
          Map.entry("processbench", "github.com/RUCBM/DeepCritic (Apache-2.0)"),
          Map.entry("gsm8k_openai", "github.com/openai/grade-school-math (MIT)"),
          Map.entry(
              "judge_k8_rewardbench2", "github.com/composo-ai/llm-judge-criteria-ensembling (MIT)"),
          Map.entry("zeroeval", "github.com/WildEval/ZeroEval (Apache-2.0)"),
          Map.entry("tot_game24", "github.com/princeton-nlp/tree-of-thought-llm (MIT)"),
          Map.entry("factool_math", "github.com/GAIR-NLP/factool (Apache-2.0)"),
          Map.entry("verify_cot", "github.com/lz1oceani/verify_cot (CC-BY-4.0)"),
          Map.entry(
              "problem_sets",
              "github.com/arkilpatel/SVAMP and github.com/openreasoner/openr (MIT)"));

  private DatasetSources() {}

  /**
   * The set that a file belongs to, with its source and licence.
   *
   * @param file below the data folder, such as {@code gsm8k_openai/test.jsonl.gz}
   */
  public static String of(String file) {
    int end = file.indexOf('/');
    String set = end < 0 ? file : file.substring(0, end);
    return "the set " + set + ", of " + BY_SET.getOrDefault(set, "a source that is not known here");
  }
}
