// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Has every text be well-formed, whichever way it goes through JSON. */
final class WellFormedModule extends SimpleModule {

  private static final long serialVersionUID = 1;

  WellFormedModule() {
    super("well-formed");
    addSerializer(String.class, new Writer());
    addDeserializer(String.class, new Reader());
  }

  private static final class Writer extends StdScalarSerializer<String> {
    Writer() {
      super(String.class);
    }

    /** Of the texts that are left out where they are empty. */
    @Override
    public boolean isEmpty(SerializationContext context, String text) {
      return text.isEmpty();
    }

    @Override
    public void serialize(String text, JsonGenerator generator, SerializationContext context) {
      generator.writeString(WellFormed.of(text));
    }
  }

  private static final class Reader extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      return text == null ? null : WellFormed.of(text);
    }
  }
}
