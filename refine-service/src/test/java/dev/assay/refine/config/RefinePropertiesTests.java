// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.refine.core.RefineMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RefinePropertiesTests {

  @Test
  void solutionsAreWrittenAnewUnlessSomebodySaysOtherwise() {
    assertThat(bound(Map.of()).mode()).isEqualTo(RefineMode.REWRITE);
    assertThat(bound(Map.of("assay.refine.mode", "backtrack")).mode())
        .isEqualTo(RefineMode.BACKTRACK);
  }

  @Test
  void anotherWordIsRefused() {
    assertThatThrownBy(() -> bound(Map.of("assay.refine.mode", "guess")))
        .isInstanceOf(BindException.class);
  }

  private static RefineProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("assay.refine", RefineProperties.class);
  }
}
