// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Looks at the database's address before anything is made of it: no driver says what it lacks. */
final class DatabaseUrl implements BeanFactoryPostProcessor {

  private static final String OURS = "jdbc:postgresql:";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    String url = beans.getBean(Environment.class).getProperty("spring.datasource.url", OURS);
    if (!url.startsWith(OURS)) {
      throw new IllegalArgumentException(
          "ASSAY_DB_URL: %s (expected: such as jdbc:postgresql://localhost:5432/assay)"
              .formatted(url.replaceFirst("\\?.*", "")));
    }
  }
}
