// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Several tokens for every row before the host is asked again: a while loop in the graph around
 * {@link StepGraph}. It ends early once no row wants another token.
 */
final class LoopGraph implements AutoCloseable {

  final List<Placeholder<? extends TType>> inputs = new ArrayList<>();
  final Output<?> drawn; // (steps, B)
  final Output<?> logProbabilities; // (steps, B)

  private final ConcreteFunction condition;
  private final ConcreteFunction body;

  LoopGraph(Graph graph, Ops tf, DecoderConfig config, int ropeRows) {
    condition = function((ops, state) -> List.of(wanted(ops, state)));
    body = function((ops, state) -> new StepGraph(ops, config, ropeRows).next(state).variables());
    graph.attachFunction(condition);
    graph.attachFunction(body);
    Output<?>[] initial = new Output<?>[LoopState.COUNT];
    DataType[] types = new DataType[LoopState.COUNT];
    for (int i = 0; i < LoopState.COUNT; i++) {
      Placeholder<? extends TType> input = tf.placeholder(LoopState.type(i));
      inputs.add(input);
      initial[i] = input.asOutput();
      types[i] = input.asOutput().dataType();
    }
    Operation loop =
        tf.scope()
            .opBuilder("While", "decode")
            .addInputList(initial)
            .setAttr("T", types)
            .setAttr("cond", condition)
            .setAttr("body", body)
            .setAttr("_lower_using_switch_merge", true)
            .setAttr("parallel_iterations", 1)
            .build();
    drawn = loop.output(LoopState.DRAWN);
    logProbabilities = loop.output(LoopState.LOG_PROBABILITIES);
  }

  private static Operand<?> wanted(Ops tf, LoopState state) {
    Operand<TInt32> most =
        tf.reduceMax(state.integers(LoopState.LIMITS), tf.constant(0), new ReduceMax.Options[0]);
    return tf.math.less(state.integers(LoopState.STEP), most);
  }

  private static ConcreteFunction function(
      BiFunction<Ops, LoopState, List<? extends Operand<?>>> outputs) {
    return ConcreteFunction.create(
        tf -> {
          Signature.Builder signature = Signature.builder();
          List<Operand<?>> variables = new ArrayList<>();
          for (int i = 0; i < LoopState.COUNT; i++) {
            Placeholder<? extends TType> input = tf.placeholder(LoopState.type(i));
            variables.add(input);
            signature.input("in%02d".formatted(i), input);
          }
          List<? extends Operand<?>> results = outputs.apply(tf, new LoopState(variables));
          for (int i = 0; i < results.size(); i++) {
            Operand<?> result = results.get(i);
            // A function must not hand its input straight back.
            signature.output(
                "out%02d".formatted(i), variables.contains(result) ? tf.identity(result) : result);
          }
          return signature.build();
        });
  }

  @Override
  public void close() {
    condition.close();
    body.close();
  }
}
