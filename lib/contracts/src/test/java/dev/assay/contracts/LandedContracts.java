// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;

/**
 * The contracts of the landed build, as its services have them: beside ours, and apart from them.
 */
final class LandedContracts {

  private static final String JAR = "/landed/contracts.jar";

  /** What becomes of a record on a topic that it does not have. */
  static final String NOBODY_READS_IT = "NobodyReadsIt";

  private static final String OURS = "dev.assay.";

  private final Path jar;
  private final ClassLoader loader;

  LandedContracts() {
    try {
      URL place = LandedContracts.class.getResource(JAR);
      if (place == null) {
        throw new IllegalStateException(
            JAR + " is not there (expected: what lib/contracts/freeze-landed.sh makes)");
      }
      jar = new File(place.getPath()).toPath();
      loader = new Apart(place);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its own classes of ours; the libraries are those of this build. */
  private static final class Apart extends URLClassLoader {

    Apart(URL jar) throws MalformedURLException {
      super(new URL[] {jar}, LandedContracts.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith(OURS) ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }

  /** The types of event that it knows, by its golden files. */
  Set<String> types() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Set<String> types = new TreeSet<>();
      file.stream()
          .map(each -> each.getName())
          .filter(name -> name.startsWith("golden/") && name.endsWith(".json"))
          .forEach(name -> types.add(name.substring("golden/".length(), name.length() - 5)));
      return types;
    }
  }

  byte[] golden(String type) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getEntry("golden/" + type + ".json"))) {
      return in.readAllBytes();
    }
  }

  /** What it says that it read, by the name of the outcome. */
  record Reading(String outcome, Optional<byte[]> writtenAgain) {}

  /** Reads a record of a topic as that build does, and writes again what it has understood. */
  Reading read(String topic, byte[] body) throws ReflectiveOperationException {
    Class<?> codec = loader.loadClass(OURS + "contracts.EventCodec");
    Class<?> topics = loader.loadClass(OURS + "contracts.Topic");
    Optional<?> named = (Optional<?>) topics.getMethod("named", String.class).invoke(null, topic);
    if (named.isEmpty()) {
      return new Reading(NOBODY_READS_IT, Optional.empty());
    }
    Object decoded =
        codec.getMethod("decode", topics, byte[].class).invoke(null, named.get(), body);
    if (!decoded.getClass().getSimpleName().equals("Known")) {
      return new Reading(decoded.toString(), Optional.empty());
    }
    Object event = decoded.getClass().getMethod("event").invoke(decoded);
    Class<?> events = loader.loadClass(OURS + "contracts.Event");
    return new Reading(
        "Known", Optional.of((byte[]) codec.getMethod("encode", events).invoke(null, event)));
  }
}
