// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds of models that this process is packaged with. */
public final class ModelProviders {

  private final List<ModelProvider> all;

  ModelProviders(List<ModelProvider> all) {
    this.all = List.copyOf(all);
  }

  /** Those on the class path. */
  public static ModelProviders installed() {
    return new ModelProviders(
        ServiceLoader.load(ModelProvider.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * Opens a model by the provider that is named, or by the only one that fits.
   *
   * @throws IllegalArgumentException if there is no such provider, or not one that fits
   */
  public Model open(ModelSource source) {
    return provider(source).open(source);
  }

  private ModelProvider provider(ModelSource source) {
    String named = source.provider();
    if (named != null) {
      return only(each -> each.name().equals(named), "assay.role.model.provider: " + named);
    }
    source.requirePlace();
    return only(
        each -> each.fits(source),
        source.url() == null
            ? "assay.role.model.folder: " + source.folder()
            : "assay.role.model.url: " + source.url());
  }

  private ModelProvider only(Predicate<ModelProvider> wanted, String what) {
    List<ModelProvider> found = all.stream().filter(wanted).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s: %s provider opens it (expected: one; this process is packaged with: %s; ASSAY_MODEL_URL and ASSAY_MODEL_NAME name a model on a server)"
              .formatted(what, found.isEmpty() ? "no" : "more than one", names()));
    }
    return found.getFirst();
  }

  private String names() {
    return all.isEmpty()
        ? "none"
        : all.stream().map(ModelProvider::name).sorted().collect(Collectors.joining(", "));
  }
}
