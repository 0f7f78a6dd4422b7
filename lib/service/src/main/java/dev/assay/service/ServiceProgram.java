// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/** A service as a program of its own: the same start for all of them. */
public final class ServiceProgram {

  private static final int FAILED = 1;

  private ServiceProgram() {}

  /**
   * The service, ready to be run on its own or beside others in one process.
   *
   * @param name of its configuration file, without the ending
   */
  public static SpringApplication of(Class<?> service, String name) {
    SpringApplication application = new SpringApplication(service);
    application.setBannerMode(Banner.Mode.OFF);
    application.setDefaultProperties(Map.of("spring.config.name", name));
    return application;
  }

  /** Runs it as this process, which ends with status 1 if it cannot start. */
  public static void run(SpringApplication service, String... arguments) {
    try {
      service.run(arguments);
    } catch (RuntimeException e) {
      // Told in the log: by StartFailure, or by Spring with its trace.
      System.exit(FAILED);
    }
  }
}
