package licencehub.demo.regions;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licencehub.federation.Level;
import licencehub.hub.Main;
import licencehub.hub.cli.Commands;
import licencehub.hub.cli.Surroundings;
import licencehub.model.Unavailable;
import licencehub.model.event.Organisation;
import licencehub.verification.SignerKey;

/** Lets hubs in at each other as their operators would: by the command line, with cards. */
public final class Introductions {
  /** What hubs of one province let each other ask. */
  private static final String MAY =
      "checkpoint,filter,holdings,exchange,"
          + "searchLicences,authoriseUses,findUse,revealUse,copyUse,previewUse";

  private static final Map<Level, Level> BELOW =
      Map.of(Level.PROVINCE, Level.CITY, Level.CITY, Level.COUNTY);

  private final Surroundings surroundings;
  private final Path cards;

  /**
   * @param cards the folder cards are put in
   */
  public Introductions(Path cards, InstantSource clock) {
    this.surroundings = new Surroundings(Map.of(), clock, Main.launcher(clock));
    this.cards = cards;
  }

  /** Everybody to everybody. */
  public void all(List<RegionHub> hubs) {
    hubs.forEach(it -> run("peer", "card", "--config", config(it), "--out", card(it)));
    for (RegionHub each : hubs) {
      hubs.stream().filter(it -> !it.equals(each)).forEach(it -> add(each, it));
    }
  }

  private void add(RegionHub at, RegionHub other) {
    Path signer = other.stage.data().resolve("keys/peer-signer.pem");
    List<String> words =
        new ArrayList<>(List.of("peer", "add", card(other), "--config", config(at), "--may", MAY));
    words.addAll(List.of("--fingerprint", SignerKey.load(signer).id().toString()));
    if (isNext(at, other)) {
      Organisation body = other.place.body().organisation();
      words.addAll(List.of("--gives", "full", "--takes-from", body.code() + ":" + body.name()));
    }
    run(words.toArray(String[]::new));
  }

  /** Whether one stands right above the other: cases go by way of the hub above. */
  private static boolean isNext(RegionHub one, RegionHub other) {
    return isAbove(one, other) || isAbove(other, one);
  }

  private static boolean isAbove(RegionHub upper, RegionHub lower) {
    return lower.place.level().equals(BELOW.get(upper.place.level()))
        && upper.place.region().covers(lower.place.region());
  }

  private void run(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int exit =
        Commands.commandLine(surroundings, List.of()).setOut(out).setErr(out).execute(arguments);
    if (exit != 0) {
      throw new Unavailable(String.join(" ", arguments), said.toString());
    }
  }

  private String card(RegionHub hub) {
    return cards.resolve(hub.place.id() + ".card").toString();
  }

  private static String config(RegionHub hub) {
    return hub.stage.config().toString();
  }
}
