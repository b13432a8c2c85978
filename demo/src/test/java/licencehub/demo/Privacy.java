package licencehub.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import licencehub.demo.players.Casting;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.StoryTeller;
import licencehub.hub.access.Role;
import licencehub.model.event.Holder;

/**
 * Names and numbers of everybody a demo is about stand in no log, metric, refusal or file of the
 * library.
 */
record Privacy(Stage stage, List<String> secrets) {
  /** About the applicants of so many cases, from the first on. */
  static Privacy of(Stage stage, int cases) throws IOException {
    StoryTeller teller = new StoryTeller(Casting.SEED, java.time.Instant.EPOCH);
    int bodies = stage.bodies().size();
    TreeSet<String> secrets = new TreeSet<>();
    for (int n = 0; n < cases; n++) {
      Holder holder = teller.tell(stage.bodies().get(n % bodies), n).applicant();
      secrets.add(holder.name());
      secrets.add(holder.code().value());
    }
    Privacy privacy = new Privacy(stage, List.copyOf(secrets));
    assertThat(privacy.found(bytes(stage.outside())))
        .as("what the departments' own files tell of those who are looked for")
        .hasSizeGreaterThan(cases / 4);
    return privacy;
  }

  /** Fails where anything of anybody is found. */
  void holdsFor(HubClient hub) throws IOException {
    assertThat(found(bytes(stage.logs()))).as("in a log").isEmpty();
    assertThat(found(bytes(stage.data().resolve("library")))).as("in the library").isEmpty();
    assertThat(found(hub.text("/metrics"))).as("in metrics").isEmpty();
    assertThat(found(hub.text("/health"))).as("in health").isEmpty();
    assertThat(found(refusals(hub))).as("in a refusal").isEmpty();
    assertThat(found(hub.text("/api/v1/quarantine?limit=100"))).as("in the quarantine").isEmpty();
    assertThat(found(bytes(stage.logs()))).as("in a log, after that").isEmpty();
  }

  /** Wrong questions with personal data in them; the answers must not repeat it. */
  private String refusals(HubClient hub) {
    StringBuilder said = new StringBuilder();
    for (String secret : secrets.subList(0, 10)) {
      String name = "\"name\":\"" + secret + "\"";
      for (String body :
          List.of(
              "{" + name + "}",
              "{" + name + ",\"nobody\":\"" + secret + "\"}",
              "{\"holder\":{\"codeType\":\"111\",\"code\":\"" + secret + "x\"}}",
              "{" + name)) {
        String answer = hub.post(Role.APPROVER, "/api/v1/licences/search", body);
        assertThat(answer).contains("urn:licencehub:problem");
        said.append(answer);
      }
      said.append(hub.post(Role.APPROVER, "/api/v1/exemptions", "{" + name + "}"));
      said.append(hub.post(Role.OPERATOR, "/api/v1/quarantine/replays", "{" + name + "}"));
    }
    return said.toString();
  }

  private List<String> found(String text) {
    boolean bytes = text.chars().allMatch(it -> it < 256);
    return secrets.stream()
        .filter(it -> text.contains(bytes ? new String(it.getBytes(UTF_8), ISO_8859_1) : it))
        .toList();
  }

  /** Every file below, byte for byte. */
  private static String bytes(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path it : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(it, ISO_8859_1));
      }
    }
    return all.toString();
  }
}
