package licencehub.demo.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import licencehub.demo.world.Story;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.model.Unavailable;
import licencehub.model.code.CreditCode;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the hub over HTTP, as its operator. */
public final class HubClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TOKEN_LIFE = Duration.ofHours(8);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Stage stage;
  private final InstantSource clock;

  public HubClient(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.clock = clock;
  }

  /** A token for a role without a department. */
  public String token(Role role) {
    return Tokens.open(stage.data().resolve("keys/tokens.key"), TOKEN_LIFE)
        .issue(new Caller("demo", role, organisation(role)), clock.instant());
  }

  /** Approvers are people at the counter; nobody else speaks for an organisation here. */
  private @Nullable CreditCode organisation(Role role) {
    return role == Role.APPROVER ? Counter.of(stage).organisation().code() : null;
  }

  /** Number of submissions by outcome word, for each source, since the hub started. */
  public Map<SourceId, Map<String, Long>> outcomes() {
    Map<SourceId, Map<String, Long>> outcomes = new TreeMap<>();
    for (JsonNode source : get("/api/v1/sources").required("sources")) {
      Map<String, Long> words = new TreeMap<>();
      source
          .required("outcomes")
          .properties()
          .forEach(it -> words.put(it.getKey(), it.getValue().asLong()));
      outcomes.put(new SourceId(source.required("source").asString()), words);
    }
    return outcomes;
  }

  /** The signed note of the newest checkpoint, public to everybody. */
  public String checkpoint() {
    return send(request("/api/v1/ledger/checkpoint").GET().build()).body();
  }

  /** The ledger's public keys, one a line. */
  public String ledgerKeys() {
    return send(request("/api/v1/ledger/keys").GET().build()).body();
  }

  /** Replays everything quarantined of one source. */
  public JsonNode replay(SourceId source, double perSecond) {
    String filter = "{\"source\":\"" + source + "\",\"perSecond\":" + perSecond + "}";
    return JSON.readTree(
        send(request("/api/v1/quarantine/replays")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(filter))
                .build())
            .body());
  }

  /** Whether the case can be followed by its password, and its licence be found. */
  public boolean knows(Story story) {
    String password = story.documents().getFirst().at("/data/queryPassword").asString();
    String found =
        text(
            Role.PUBLIC,
            "/api/v1/cases/" + story.caseNumber(),
            Map.of("Licencehub-Query-Password", password));
    return found.contains("\"stage\"") && hasLicence(story);
  }

  /** Whether the licence of a case can be found. */
  public boolean hasLicence(Story story) {
    ObjectNode last = story.documents().getLast();
    JsonNode first = story.documents().getFirst().required("data");
    String question =
        "{\"identifier\":"
            + last.required("subject")
            + ",\"reason\":{\"item\":"
            + first.required("item").required("code")
            + ",\"caseNumber\":\""
            + story.caseNumber()
            + "\",\"purpose\":\"演示核验\",\"operator\":\"demo\"}}";
    return post(Role.APPROVER, "/api/v1/licences/search", question).contains("\"found\"");
  }

  /** The answer to a GET, as JSON. */
  public JsonNode get(String path) {
    return JSON.readTree(send(request(path).GET().build()).body());
  }

  /** The answer to a GET as it is, whatever its status. */
  public String text(String path) {
    return answer(request(path).GET().build()).body();
  }

  /** The same, to somebody with this role and with more headers. */
  public String text(Role role, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(path).setHeader("Authorization", "Bearer " + token(role)).GET();
    headers.forEach(request::header);
    return answer(request.build()).body();
  }

  /** The answer to a POST of JSON as it is, whatever its status, to somebody with this role. */
  public String post(Role role, String path, String body) {
    return answer(
            request(path)
                .setHeader("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build())
        .body();
  }

  /** The bytes answered to a POST of JSON by somebody with this role. */
  public byte[] bytes(Role role, String path, String body) {
    HttpRequest request =
        request(path)
            .setHeader("Authorization", "Bearer " + token(role))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> response = answer(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 400) {
      throw new Unavailable(path, Integer.toString(response.statusCode()));
    }
    return response.body();
  }

  /** The status of the answer to a DELETE. */
  public int delete(String path) {
    return answer(request(path).DELETE().build()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stage.hubUrl() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token(Role.OPERATOR));
  }

  private HttpResponse<String> send(HttpRequest request) {
    HttpResponse<String> response = answer(request);
    if (response.statusCode() >= 400) {
      throw new Unavailable(request.uri().getPath(), response.statusCode() + " " + response.body());
    }
    return response;
  }

  private HttpResponse<String> answer(HttpRequest request) {
    return answer(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new Unavailable(stage.hubUrl(), e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(stage.hubUrl(), "stopped while asking", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
