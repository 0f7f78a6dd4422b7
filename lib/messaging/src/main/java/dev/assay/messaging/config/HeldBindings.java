// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import dev.assay.service.Dependent;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * The consumers of a service, started when all that it depends on is there. The framework's own
 * start with the context: without a broker it would hold up the start and fill the log, and without
 * a model it would take work that cannot be done.
 */
final class HeldBindings extends InputBindingLifecycle implements Dependent {

  HeldBindings(BindingService bindings, Map<String, Bindable> bindables) {
    super(bindings, bindables);
  }

  /** The same default stands in both. */
  @Override
  public boolean isAutoStartup() {
    return Dependent.super.isAutoStartup();
  }

  /** Puts it into the place of the framework's, which offers no condition of its own. */
  static final class Instead implements BeanDefinitionRegistryPostProcessor {

    private static final String FRAMEWORKS = "inputBindingLifecycle";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      if (registry.containsBeanDefinition(FRAMEWORKS)) {
        String[] after = registry.getBeanDefinition(FRAMEWORKS).getDependsOn();
        RootBeanDefinition ours = new RootBeanDefinition(HeldBindings.class);
        ours.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        ours.setDependsOn(after);
        registry.removeBeanDefinition(FRAMEWORKS);
        registry.registerBeanDefinition(FRAMEWORKS, ours);
      }
    }
  }
}
