package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Exchange;
import licencehub.federation.exchange.Extent;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.FederationSection;
import licencehub.hub.config.Loaded;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.OwnCard;
import licencehub.model.code.CreditCode;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import licencehub.model.lines.FreePort;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.SignerKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The hub of one region with one department, from its settings alone. */
final class RegionalHub implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> MAY =
      Set.of("checkpoint", "filter", "exchange", "findMaterial", "anchors");

  final String id;
  final Organisation department;
  private final String region;
  private final ConfigDraft draft;
  private final EnvelopeSigner signer;
  private @Nullable HubServer running;

  /** Writes its settings; it does not run yet. */
  RegionalHub(Path folder, String region, String level) throws IOException {
    int port = FreePort.find();
    this.region = region;
    this.id = "gd-" + region;
    this.department =
        new Organisation(CreditCode.complete("11" + region + "MB2D00014"), "部门" + region);
    this.draft = ConfigDraft.in(folder);
    this.signer = new EnvelopeSigner(draft.signer(), new SecureRandom());
    draft
        .change("hub.yaml", "id: gd-440300", "id: " + id)
        .change("hub.yaml", "region: \"440300\"", "region: \"" + region + "\"")
        .change("departments/market.yaml", "11440300MB2D000147", department.code().text())
        .change("departments/market.yaml", "深圳市市场监督管理局", department.name())
        .change("departments/market.yaml", "\"440300\"", "\"" + region + "\"");
    draft.write(
        "hub.yaml",
        draft.read("hub.yaml")
            + "federation: {port: %1$d, level: %2$s, address: \"https://127.0.0.1:%1$d\", retryAfter: PT1S}\n"
                .formatted(port, level));
  }

  /** Agrees with another hub that it is told so much, and that what it gives is taken. */
  void agree(RegionalHub other, Extent gives) {
    Exchange exchange = new Exchange(gives, other.department);
    if (!new PeerFolder(draft.folder())
        .put(new Peer(other.card(), MAY, exchange, false))
        .isEmpty()) {
      throw new IllegalStateException(id + " does not let " + other.id + " in");
    }
  }

  /** Lets another hub ask, and exchanges no cases with it. */
  void letIn(RegionalHub other) {
    if (!new PeerFolder(draft.folder()).put(new Peer(other.card(), MAY)).isEmpty()) {
      throw new IllegalStateException(id + " does not let " + other.id + " in");
    }
  }

  /** Lets another hub ask, and trusts the files of its region or does not. */
  void trust(RegionalHub other, boolean trusts) {
    Peer peer = new Peer(other.card(), MAY, Exchange.NONE, trusts);
    if (!new PeerFolder(draft.folder()).put(peer).isEmpty()) {
      throw new IllegalStateException(id + " does not let " + other.id + " in");
    }
  }

  /** What seals and certificates of its region are issued under leads to its anchors. */
  SignerKey sealer() {
    return draft.signer();
  }

  /** What it says of a licence file to the public: the code of its verdict. */
  String verdict(byte[] file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + hub().port() + "/api/v1/verifications"))
            .header("Content-Type", "application/ofd")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body())
          .at("/verdict/code")
          .asString("");
    }
  }

  void start() {
    running = HubServer.start(config(), CLOCK);
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** Files one step of a case, as its department. */
  void submit(EventType type, String number, int version, ObjectNode data)
      throws IOException, InterruptedException {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0").put("id", number + "-" + type.wire() + "-" + version);
    event.put("source", "/sources/" + ConfigDraft.SOURCE).put("type", type.wire());
    event.put("subject", number).put("time", CLOCK.instant().toString());
    event.put("recordversion", version).put("datacontenttype", "application/json");
    data.put("caseNumber", number).put("region", region);
    data.putObject("department")
        .put("code", department.code().text())
        .put("name", department.name());
    event.set("data", data);
    String answer =
        department()
            .ask(
                "POST",
                "/api/v1/submissions",
                new String(signer.dsse(JSON.writeValueAsBytes(event)), UTF_8));
    if (!answer.contains("\"accepted\"")) {
      throw new IllegalStateException(answer);
    }
  }

  /** Sends the file of a material, as its department; what it is referred to by. */
  JsonNode send(byte[] file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub().port() + "/api/v1/materials"))
            .header("Authorization", "Bearer " + department().token())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
    }
  }

  /** The case as an approver sees it. */
  JsonNode find(String number) throws IOException, InterruptedException {
    return JSON.readTree(look(number, "", department.code()));
  }

  /** The file of a material, as an approver of an organisation sees it. */
  byte[] material(String number, String digest, CreditCode organisation)
      throws IOException, InterruptedException {
    return look(number, "/materials/" + digest, organisation);
  }

  private byte[] look(String number, String below, CreditCode organisation)
      throws IOException, InterruptedException {
    String token =
        new Asking(hub(), config(), new Caller("a", Role.APPROVER, organisation)).token();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + hub().port() + "/api/v1/cases/" + number + below))
            .header("Authorization", "Bearer " + token)
            .header("Licencehub-Item", "000117001000")
            .header("Licencehub-Case", number)
            .header("Licencehub-Purpose", "test")
            .header("Licencehub-Operator", "t")
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofByteArray()).body();
    }
  }

  /** Everything it has filed, as its feed tells it. */
  JsonNode feed() throws IOException, InterruptedException {
    return JSON.readTree(operator(Role.PEER).get("/api/v1/feed?limit=1000&after=-1"))
        .path("events");
  }

  /** What its department reads of the feed: types and case numbers. */
  List<String> feedOfDepartment() throws IOException, InterruptedException {
    return JSON.readTree(department().get("/api/v1/feed?limit=1000&after=-1"))
        .path("events")
        .valueStream()
        .map(it -> it.at("/event/type").asString() + " " + it.at("/event/subject").asString())
        .toList();
  }

  private Asking department() {
    return new Asking(hub(), config(), new Caller("d", Role.DEPARTMENT, department.code()));
  }

  Asking operator(Role role) {
    return Asking.as(role, hub(), config());
  }

  private HubServer hub() {
    return Objects.requireNonNull(running, "it runs");
  }

  private ConfigFolder config() {
    return ((Loaded.Sound) draft.load()).config();
  }

  private HubCard card() {
    ConfigFolder config = config();
    HubWiring wiring = new HubWiring(CLOCK);
    FederationSection section = Objects.requireNonNull(config.hub().federation());
    return OwnCard.of(
        config.hub(), section, wiring.peerIdentity(config), wiring.ledgerKeys(config));
  }
}
