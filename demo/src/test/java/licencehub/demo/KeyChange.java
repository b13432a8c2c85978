package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import licencehub.demo.stage.HubClient;
import licencehub.hub.access.Role;
import tools.jackson.databind.JsonNode;

/** New keys, and the hub killed while what is stored comes under them. */
final class KeyChange {
  private static final String KEYS = "/api/v1/keys";
  private static final int KILLS = 2;

  private KeyChange() {}

  static void killedInTheMiddleLosesNothing(Play play) {
    HubClient hub = play.client();
    HubBooks before = HubBooks.read(hub);
    assertThat(before.filed()).isNotEmpty();
    hub.post(Role.OPERATOR, KEYS + "/rotate", "{\"kinds\":[\"data\",\"index\"]}");
    for (int i = 0; i < KILLS; i++) {
      long left = left(hub);
      await().atMost(Duration.ofMinutes(1)).until(() -> left(hub) < left || isDone(hub));
      play.crash();
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> isDone(hub));
    assertThat(hub.delete(KEYS + "/data/1")).isEqualTo(200);
    assertThat(hub.delete(KEYS + "/index/1")).isEqualTo(200);
    play.crash();
    HubBooks after = HubBooks.read(hub);
    assertThat(after.filed()).isEqualTo(before.filed());
    assertThat(after.open()).isEqualTo(before.open());
    assertThat(hub.get(KEYS).at("/data/held")).hasToString("[2]");
    assertThat(hub.get("/health").required("status").asString()).isEqualTo("up");
  }

  private static boolean isDone(HubClient hub) {
    return hub.get(KEYS).at("/rotation/done").asBoolean();
  }

  private static long left(HubClient hub) {
    JsonNode rotation = hub.get(KEYS).required("rotation");
    return rotation.required("rows").asLong() + rotation.required("events").asLong();
  }
}
