package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import licencehub.demo.Play;
import licencehub.demo.stage.Stage;
import licencehub.hub.access.Role;
import licencehub.library.Library;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exemption checks of ten documents in a hub with very many licences. They are filed beforehand,
 * without signatures, while the hub does not run.
 */
final class ExemptionRun {
  private static final int GROUP = 1_000;
  private static final int TOLD = 100_000;
  private static final int ASKED = 4_000;
  private static final String HUB = "demo-990000";
  private final Play play;
  private final Table table;
  private final PrintWriter err;

  ExemptionRun(Play play, Table table, PrintWriter err) {
    this.play = play;
    this.table = table;
    this.err = err;
  }

  /**
   * @param licences ten for each holder
   */
  void among(long licences, int rounds) throws Exception {
    Stage stage = play.stage();
    Holdings holdings = new Holdings(stage.bodies().getFirst(), licences);
    play.hub().close();
    fill(holdings, licences);
    declare(stage.config());
    play.restartIfDead();
    String url = stage.hubUrl() + "/api/v1/exemptions";
    String token = play.client().token(Role.APPROVER);
    prove(Lookups.one(url, token, holdings.questions().apply(1)));
    Lookups.hub(url, token, 1, ASKED, holdings.questions());
    for (int round = 0; round < rounds; round++) {
      table.row(
          String.format(
              Locale.ROOT,
              "exemption check of ten documents among %,d licences, idle, one caller, round %d",
              licences,
              round + 1),
          Lookups.hub(url, token, 1, ASKED, holdings.questions()).shown(),
          "");
    }
  }

  /** Ten documents have to be exempt, or something else is measured. */
  private static void prove(String answer) {
    long exempt =
        new JsonMapper()
            .readTree(answer)
            .required("documents")
            .valueStream()
            .filter(it -> it.required("decision").asString().equals("exempt"))
            .count();
    if (exempt != Holdings.TYPES.size()) {
      throw new IllegalStateException(exempt + " exempt: " + answer);
    }
  }

  private void fill(Holdings holdings, long licences) throws InterruptedException {
    Path data = play.stage().data();
    try (Filings filings = Filings.start(holdings, GROUP);
        Library library = Libraries.of(HUB, data).embedded(data.resolve("library"))) {
      for (long filed = 0; filed < licences; filed += GROUP) {
        library.journal().file(filings.next()).join();
        if (filed % TOLD == 0) {
          err.printf(Locale.ROOT, "  %,d%n", filed);
          err.flush();
        }
      }
    }
  }

  /** The item, and the counter's right to these types. */
  private static void declare(Path config) throws IOException {
    Files.writeString(config.resolve("items/bench.yaml"), Holdings.item(), UTF_8);
    Path grants = config.resolve("grants/counter.yaml");
    String granted = Files.readString(grants, UTF_8);
    String all = "$1types: [" + String.join(", ", Holdings.TYPES) + "]\n";
    Files.writeString(
        grants, granted.replaceFirst("(?m)^(\\s*)types:\\s*\n(?:\\s*- .*\n)+", all), UTF_8);
  }
}
