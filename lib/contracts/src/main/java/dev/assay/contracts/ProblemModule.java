// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Has the problem within an event be read once, however many events bring it: its policy is flat on
 * the wire and made of parts here, which makes it dearer to read than all the rest.
 */
final class ProblemModule extends SimpleModule {

  private static final long serialVersionUID = 1;

  private static final RepeatedProblems KNOWN = new RepeatedProblems();

  ProblemModule() {
    super("problems");
    setDeserializerModifier(new Modifier());
  }

  /**
   * What is being read, as an attribute of whoever has all of it in memory.
   *
   * @param parser of the body: others, such as of what was buffered, tell other places
   */
  record Source(JsonParser parser, byte[] body) {}

  private static final class Modifier extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
        DeserializationConfig config,
        BeanDescription.Supplier description,
        ValueDeserializer<?> reader) {
      return description.getBeanClass() == Problem.class ? new Reader(reader) : reader;
    }
  }

  private static final class Reader extends DelegatingDeserializer {

    Reader(ValueDeserializer<?> reader) {
      super(reader);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
      return new Reader(reader);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
      if (!(context.getAttribute(Source.class) instanceof Source(JsonParser whole, byte[] body))
          || whole != parser
          || !parser.hasToken(JsonToken.START_OBJECT)) {
        return super.deserialize(parser, context);
      }
      int from = (int) parser.currentTokenLocation().getByteOffset();
      if (from < 0 || from >= body.length || body[from] != '{') {
        return super.deserialize(parser, context);
      }
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      Problem known = KNOWN.find(body, from, to);
      return known == null ? read(body, from, to, context) : known;
    }

    private @Nullable Object read(byte[] body, int from, int to, DeserializationContext context) {
      try (JsonParser part =
          context.tokenStreamFactory().createParser(context, body, from, to - from)) {
        part.nextToken();
        Object read = super.deserialize(part, context);
        if (read instanceof Problem problem) {
          KNOWN.add(body, from, to, problem);
        }
        return read;
      }
    }
  }
}
