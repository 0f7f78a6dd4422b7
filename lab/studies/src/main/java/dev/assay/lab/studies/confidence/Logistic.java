// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import java.util.List;

/**
 * Logistic regression with an intercept, fitted by Newton's method: what a fitted score and Platt's
 * calibration are made of, to compare ours with.
 */
final class Logistic {

  private static final int ITERATIONS = 12;

  /** Keeps the weights finite where the classes can be told apart without error. */
  private static final double RIDGE = 1e-3;

  private final double[] weights;

  private Logistic(double[] weights) {
    this.weights = weights;
  }

  /**
   * @param features of each row, equally many
   * @param targets the probability of being right that each row should have, 0 to 1
   */
  static Logistic fit(List<double[]> features, double[] targets) {
    int size = features.getFirst().length + 1;
    Logistic model = new Logistic(new double[size]);
    for (int round = 0; round < ITERATIONS; round++) {
      double[][] system = new double[size][size + 1];
      for (int i = 0; i < size; i++) {
        system[i][i] = RIDGE;
        system[i][size] = -RIDGE * model.weights[i];
      }
      for (int row = 0; row < targets.length; row++) {
        model.accumulate(system, features.get(row), targets[row]);
      }
      double[] step = solved(system);
      for (int i = 0; i < size; i++) {
        model.weights[i] += step[i];
      }
    }
    return model;
  }

  double probability(double[] features) {
    double sum = weights[0];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i + 1] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Adds a row to the Hessian, and to the gradient in the last column. */
  private void accumulate(double[][] system, double[] features, double target) {
    double probability = probability(features);
    double curvature = probability * (1 - probability);
    for (int i = 0; i < weights.length; i++) {
      double left = i == 0 ? 1 : features[i - 1];
      for (int j = 0; j < weights.length; j++) {
        system[i][j] += curvature * left * (j == 0 ? 1 : features[j - 1]);
      }
      system[i][weights.length] += left * (target - probability);
    }
  }

  /** Gauss-Jordan elimination of a positive definite system, which needs no pivoting. */
  private static double[] solved(double[][] system) {
    int size = system.length;
    for (int i = 0; i < size; i++) {
      for (int row = 0; row < size; row++) {
        double factor = row == i ? 0 : system[row][i] / system[i][i];
        for (int column = i; factor != 0 && column <= size; column++) {
          system[row][column] -= factor * system[i][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = system[i][size] / system[i][i];
    }
    return solution;
  }
}
