// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Text to token ids and back; safe for use by many threads at once. */
public final class Tokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer encoder;
  private final Vocabulary vocabulary;
  private final ReadWriteLock closing = new ReentrantReadWriteLock();

  private Tokenizer(HuggingFaceTokenizer encoder, Vocabulary vocabulary) {
    this.encoder = encoder;
    this.vocabulary = vocabulary;
  }

  static Tokenizer read(Path folder, DecoderConfig config) {
    Path path = folder.resolve("tokenizer.json");
    Vocabulary vocabulary = Vocabulary.read(JsonFile.read(path), config.vocabulary());
    try {
      HuggingFaceTokenizer encoder =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(path)
              .optAddSpecialTokens(false)
              .optTruncation(false)
              .optPadding(false)
              .build();
      return new Tokenizer(encoder, vocabulary);
    } catch (IOException | RuntimeException e) {
      throw new ModelLoadException(
          path, "refused by the tokenizer library: " + e.getMessage(), "a tokenizer.json", e);
    }
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * The prompt's tokens.
   *
   * @throws UnknownTextException if the vocabulary has no token for a part of it
   * @throws IllegalStateException if the tokenizer is closed
   */
  public int[] encode(String text) {
    closing.readLock().lock(); // the native tokenizer must not be freed under our feet
    try {
      return encoded(text);
    } finally {
      closing.readLock().unlock();
    }
  }

  private int[] encoded(String text) {
    Encoding encoding = encoder.encode(text, false, false);
    long[] ids = encoding.getIds();
    int[] tokens = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[i] = Math.toIntExact(ids[i]);
      if (vocabulary.unknown().isPresent() && tokens[i] == vocabulary.unknown().get()) {
        requireKnown(text, encoding, i);
      }
    }
    return tokens;
  }

  private static void requireKnown(String text, Encoding encoding, int index) {
    CharSpan span = encoding.getCharTokenSpans()[index];
    String part = span == null ? "" : text.substring(span.getStart(), span.getEnd());
    if (!part.equals(encoding.getTokens()[index])) {
      throw new UnknownTextException(part, span == null ? -1 : span.getStart());
    }
  }

  @Override
  public void close() {
    closing.writeLock().lock();
    try {
      encoder.close();
    } finally {
      closing.writeLock().unlock();
    }
  }
}
