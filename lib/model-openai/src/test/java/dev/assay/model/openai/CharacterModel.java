// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands behind a chat server: it says one text, a character a token, and keeps to the stop
 * strings and the length that it is asked for.
 */
final class CharacterModel implements ResponseTransformerV2 {

  static final String TEXT = "text";

  @Override
  public String getName() {
    return "character-model";
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    JsonNode asked = JsonMapper.shared().readTree(event.getRequest().getBodyAsString());
    String text = event.getTransformerParameters().getString(TEXT);
    for (JsonNode stop : asked.path("stop")) {
      int at = text.indexOf(stop.stringValue());
      text = at < 0 ? text : text.substring(0, at);
    }
    int most = Math.min(text.length(), asked.path("max_tokens").intValue());
    String finish = most < text.length() ? "length" : "stop";
    return Response.Builder.like(response)
        .but()
        .body(reply(text.substring(0, most), finish, read(asked)))
        .build();
  }

  private static int read(JsonNode asked) {
    return asked
        .path("messages")
        .valueStream()
        .mapToInt(message -> message.path("content").stringValue().length())
        .sum();
  }

  private static String reply(String text, String finish, int read) {
    var reply = JsonMapper.shared().createObjectNode();
    var choice = reply.putArray("choices").addObject().put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", text);
    reply.putObject("usage").put("prompt_tokens", read).put("completion_tokens", text.length());
    return reply.toString();
  }
}
