// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contracts.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a protocol: text files in a folder {@code prompts} beside its class, that people can
 * read, and replace by files of the same names in a folder of their own. A place such as {@code
 * {{problem}}} is filled in; nothing that is filled in is looked at again.
 *
 * @param texts by their files' names without {@code .txt}
 * @param version which edition of the shipped words this is, from 1 on; with a plus and a digest
 *     behind it of those that are replaced, so that words for another purpose, when some come with
 *     the protocol, make no other version of it
 */
public record PromptTexts(SortedMap<String, String> texts, String version) {

  /** Of a protocol whose questions are no words. */
  public static final PromptTexts NONE = new PromptTexts(new TreeMap<>(), "1");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]{1,40})}}");
  private static final String FILE = ".txt";

  /** Of one file: a prompt is read with every call. */
  private static final int LONGEST = 65_536;

  private static final int DIGEST = 8;

  public PromptTexts {
    texts = new TreeMap<>(texts);
  }

  /**
   * The words that come with a protocol.
   *
   * @param beside its class
   * @param edition from 1 on; whoever changes a word counts on, since what is learnt of a verifier
   *     holds for the words that it was asked in
   * @param names of the files
   */
  public static PromptTexts shipped(Class<?> beside, int edition, String... names) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (String name : names) {
      texts.put(name, resource(beside, "prompts/" + name + FILE));
    }
    return new PromptTexts(texts, String.valueOf(edition));
  }

  private static String resource(Class<?> beside, String file) {
    try (InputStream text = beside.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException(file + ": not beside " + beside.getName());
      }
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /**
   * The same with the files of a folder in place of those of their names.
   *
   * @throws IllegalArgumentException if the folder cannot be read, or a file of it replaces none,
   *     is too long, or has not the places of the one that it replaces
   */
  public PromptTexts replacedBy(Path folder) {
    TreeMap<String, String> replaced = new TreeMap<>(texts);
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName()).replace(FILE, "");
      String shipped = texts.get(name);
      if (shipped == null) {
        throw new IllegalArgumentException(
            "%s: replaces nothing (expected: %s)"
                .formatted(file, texts.keySet().stream().map(each -> each + FILE).toList()));
      }
      replaced.put(name, requirePlaces(file, read(file), shipped));
    }
    return replaced.equals(texts)
        ? this
        : new PromptTexts(replaced, version + "+" + digest(changed(replaced)));
  }

  /** Those of them that are ours no longer. */
  private SortedMap<String, String> changed(SortedMap<String, String> replaced) {
    TreeMap<String, String> changed = new TreeMap<>(replaced);
    changed.entrySet().removeAll(texts.entrySet());
    return changed;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(FILE)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          folder + ": cannot be read (expected: a folder of prompts)", e);
    }
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException(
            "%s: %d bytes (expected: at most %d)".formatted(file, Files.size(file), LONGEST));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read (expected: UTF-8)", e);
    }
  }

  private static String requirePlaces(Path file, String text, String shipped) {
    TreeSet<String> wanted = places(shipped);
    if (!places(text).equals(wanted)) {
      throw new IllegalArgumentException(
          "%s: places %s (expected: %s)".formatted(file, places(text), wanted));
    }
    return text;
  }

  private static TreeSet<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String digest(SortedMap<String, String> texts) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(texts.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One of the texts as it stands. */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " (expected: one of " + texts.keySet() + ")");
    }
    return text;
  }

  /**
   * One of the texts with its places filled in.
   *
   * @param values by the names of the places, all of them
   */
  public String fill(String name, Map<String, String> values) {
    return PLACE
        .matcher(text(name))
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "%s: nothing for %s (expected: one of %s)"
                        .formatted(name, place.group(), values.keySet()));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** The protocol's name with the edition of its words; the first one is not mentioned. */
  String versionOf(String protocol) {
    return version.equals("1") ? protocol : Bounds.shortened(protocol + "." + version, Bounds.NAME);
  }
}
