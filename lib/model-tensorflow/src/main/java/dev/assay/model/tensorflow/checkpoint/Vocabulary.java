// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What each token spells, as bytes, read from {@code tokenizer.json}. Decoding is a table look-up:
 * no native call per token, and a character that is split over tokens can be put together again.
 */
public final class Vocabulary {

  private static final byte[] NOTHING = {};

  private final byte[][] spellings;
  private final int longest;
  private final Optional<Integer> unknown;

  private Vocabulary(byte[][] spellings, int longest, Optional<Integer> unknown) {
    this.spellings = spellings;
    this.longest = longest;
    this.unknown = unknown;
  }

  static Vocabulary read(JsonFile json, int size) {
    JsonNode tokens = json.required("model", "a tokenizer model").path("vocab");
    if (!tokens.isObject() || tokens.isEmpty()) {
      throw new ModelLoadException(json.path(), "model.vocab is no table", "token to id");
    }
    boolean byteLevel = byteLevel(json);
    byte[][] spellings = new byte[size][];
    for (Map.Entry<String, JsonNode> token : tokens.properties()) {
      int id = id(json, token.getKey(), token.getValue(), size);
      spellings[id] = byteLevel ? bytes(json, token.getKey()) : utf8(token.getKey());
    }
    for (JsonNode added : json.root().path("added_tokens")) {
      String content = added.path("content").asString("");
      int id = id(json, content, added.path("id"), size);
      spellings[id] = added.path("special").asBoolean(false) ? NOTHING : utf8(content);
    }
    JsonNode unknown = tokens.path(json.root().path("model").path("unk_token").asString(""));
    return new Vocabulary(
        spellings,
        longest(json, tokens),
        unknown.isIntegralNumber() ? Optional.of(unknown.intValue()) : Optional.empty());
  }

  /** As they are written: at least as many characters as are read as one token. */
  private static int longest(JsonFile json, JsonNode tokens) {
    return Stream.concat(
            tokens.properties().stream().map(Map.Entry::getKey),
            json.root()
                .path("added_tokens")
                .valueStream()
                .map(added -> added.path("content").asString("")))
        .mapToInt(String::length)
        .max()
        .orElse(1);
  }

  private static boolean byteLevel(JsonFile json) {
    String decoder = json.root().path("decoder").path("type").asString("Fuse");
    return switch (decoder) {
      case "ByteLevel" -> true;
      case "Fuse" -> false;
      default ->
          throw new ModelLoadException(
              json.path(), "decoder.type: " + decoder, "ByteLevel, Fuse or none");
    };
  }

  private static int id(JsonFile json, String token, JsonNode id, int size) {
    if (!id.isIntegralNumber() || id.longValue() < 0 || id.longValue() >= size) {
      throw new ModelLoadException(
          json.path(),
          "token \"" + token + "\" has id " + id,
          "0 to " + (size - 1) + ", as vocab_size in config.json is " + size);
    }
    return id.intValue();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Byte-level tokenizers write byte 0x20 as U+0120 and so on, to keep their files readable. */
  private static byte[] bytes(JsonFile json, String token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(token.length());
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      int value = ByteAlphabet.byteOf(c);
      if (value < 0) {
        throw new ModelLoadException(
            json.path(), "token \"" + token + "\"", "characters of the byte-level alphabet");
      }
      bytes.write(value);
    }
    return bytes.toByteArray();
  }

  /** The bytes that a token adds to the text; none for special tokens and unused ids. */
  public byte[] spelling(int token) {
    byte[] spelling = spellings[token];
    return spelling == null ? NOTHING : spelling.clone();
  }

  /** The most characters of a text that one token stands for. */
  public int longest() {
    return longest;
  }

  /** The token that stands for whatever the tokenizer has no token for, if it has one. */
  Optional<Integer> unknown() {
    return unknown;
  }
}
