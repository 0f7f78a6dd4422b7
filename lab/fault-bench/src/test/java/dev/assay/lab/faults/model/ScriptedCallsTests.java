// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.faults.model.Call.End;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each process has an address of its own, and each call is remembered. */
class ScriptedCallsTests {

  private final HttpClient http = HttpClient.newHttpClient();
  private ModelServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ModelServer(1, false);
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void aCallIsKnownByWhoMadeItForWhatAndWithWhichSeed() {
    assertThat(ask("critic-0", 7).join().statusCode()).isEqualTo(200);

    assertThat(server.journal().calls())
        .singleElement()
        .returns("critic-0", Call::process)
        .returns("critic s1 7", Call::key)
        .returns(End.ANSWERED, Call::end);
  }

  @Test
  void noTwoRepliesAreAlike() {
    assertThat(ask("critic-0", 7).join().body()).isNotEqualTo(ask("critic-0", 7).join().body());
  }

  @Test
  void whatIsHeldIsInFlightUntilItIsReleased() {
    Hold hold = server.hold("critic-0", 1);
    assertThat(ask("critic-0", 7).join().statusCode()).isEqualTo(200);

    var held = ask("critic-0", 8);
    assertThat(ask("refine-0", 8).join().statusCode()).isEqualTo(200);
    assertThat(held).isNotDone();
    assertThat(server.journal().busy("critic-0")).isTrue();
    hold.release();

    assertThat(held.join().statusCode()).isEqualTo(200);
    assertThat(server.journal().busy("critic-0")).isFalse();
  }

  @Test
  void aModelThatIsAwaySellsNothing() {
    server.away(true);

    assertThat(ask("critic-0", 7).join().statusCode()).isEqualTo(500);
    assertThat(server.journal().calls()).extracting(Call::end).containsExactly(End.REFUSED);
  }

  private CompletableFuture<HttpResponse<String>> ask(String process, int seed) {
    String body =
        """
        {"seed": %d, "messages": [{"role": "user", "content": "What? (problem s1)"}]}
        """
            .formatted(seed);
    URI url = URI.create(server.url(process) + "/chat/completions");
    return http.sendAsync(
        HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }
}
