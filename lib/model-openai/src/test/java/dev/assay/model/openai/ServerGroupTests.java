// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.assay.model.openai.ChatServer.question;
import static dev.assay.model.openai.ChatServer.reply;
import static dev.assay.model.openai.ChatServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelSource;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.model.TransientModelException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One model on several servers. */
@Timeout(30)
class ServerGroupTests {

  private final ChatServer first = new ChatServer();
  private final ChatServer second = new ChatServer();
  private final AtomicLong now = new AtomicLong();
  private final ServerGroup group =
      new ServerGroup(List.of(first.model(), second.model()), now::get);

  @BeforeEach
  void answer() {
    first.replies(200, reply(says("first", "stop")));
    second.replies(200, reply(says("second", "stop")));
  }

  @AfterEach
  void close() {
    group.close();
    first.close();
    second.close();
  }

  @Test
  void aCallGoesToTheServerWithTheFewestInHand() throws Exception {
    first.stalls();
    Thread busy = Thread.ofVirtual().start(() -> catchThrowable(this::text));
    first.awaitQuestion();

    assertThat(text()).isEqualTo("second");
    assertThat(text()).isEqualTo("second");

    busy.interrupt();
    busy.join();
    first.replies(200, reply(says("first", "stop")));
    // Who was hung up on has not failed.
    assertThat(text()).isEqualTo("first");
  }

  @Test
  void aServerThatIsAwayIsLeftAloneForAWhile() {
    first.replies(503, "gone");

    assertThatThrownBy(this::text).isInstanceOf(TransientModelException.class);
    assertThat(text()).isEqualTo("second");
    assertThat(text()).isEqualTo("second");

    now.addAndGet(Duration.ofSeconds(5).toNanos());
    first.replies(200, reply(says("first", "stop")));
    assertThat(text()).isEqualTo("first");
  }

  @Test
  void whereAllAreAwayTheOneThatHasRestedLongestIsAsked() {
    first.replies(503, "gone");
    second.replies(503, "gone");

    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(this::text).isInstanceOf(TransientModelException.class);
      now.addAndGet(1);
    }
    first.verify(2, question());
    second.verify(2, question());
  }

  @Test
  void aRefusalIsNoReasonToLeaveAServerAlone() {
    first.replies(aResponse().withStatus(400));

    assertThatThrownBy(this::text).hasMessageContaining("HTTP 400");
    assertThatThrownBy(this::text).hasMessageContaining("HTTP 400");
  }

  @Test
  void severalAddressesAreAGroupOfWhichOneMustBeWell() throws Exception {
    String urls = "http://127.0.0.1:1/v1, " + second.url();
    Model model =
        new OpenAiProvider()
            .open(new ModelSource(null, null, urls, "tiny", null, null, null, null));
    try (AutoCloseable _ = (AutoCloseable) model) {
      assertThat(model).isInstanceOf(ServerGroup.class);
      assertThat(model.name()).isEqualTo("tiny");
      assertThat(model.trouble()).isEmpty();
      second.close();
      assertThat(model.trouble()).isPresent();
    }
  }

  @Test
  void eachAddressIsLookedAt() {
    ModelSource source =
        new ModelSource(
            null, null, "http://localhost:1/v1,ftp://x", "tiny", null, null, null, null);

    assertThatThrownBy(() -> new OpenAiProvider().open(source))
        .hasMessageStartingWith("assay.role.model.url: ftp://x");
  }

  private String text() {
    return group.complete(new CompletionRequest(Prompt.of("?"), Sampling.greedy(), 8)).text();
  }
}
