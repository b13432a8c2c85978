package licencehub.demo.regions;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import licencehub.demo.world.Story;
import licencehub.federation.Level;
import licencehub.federation.message.Lie;
import licencehub.model.Text;
import licencehub.model.event.Holder;
import tools.jackson.databind.JsonNode;

/** What is asked across hubs, in order and in disorder, and what must come of it. */
final class Scenario {
  /** Every fifth applicant of the world has a case in two cities. */
  private static final int SHARED = 5;

  private static final int SHARING = 2;

  private final RegionHubs hubs;
  private final PrintWriter err;
  private final List<Finding> findings = new ArrayList<>();

  Scenario(RegionHubs hubs, PrintWriter err) {
    this.hubs = hubs;
    this.err = err;
  }

  List<Finding> run() {
    RegionHub county = hubs.at("990201");
    RegionHub east = hubs.at("990100");
    RegionHub west = hubs.at("990200");
    RegionHub south = hubs.at("990300");
    inOrder(new Questions(county), east, west);
    inDisorder(new Questions(county), south);
    lies(new Questions(county), south);
    return findings;
  }

  private void inOrder(Questions county, RegionHub east, RegionHub west) {
    Story there = hubs.withLicence(east);
    step(
        Text.of("县窗口按证照标识查东海市的证照", "a county asks by identifier for a city's licence"),
        "found 990100",
        () -> county.byIdentifier(Questions.identifier(there)),
        Questions::word);
    long both = hubs.inBoth(east, west);
    Holder applicant = east.story(both).applicant();
    step(
        Text.of("按持证主体查，证照在两个市", "by holder, with licences in two cities"),
        "found 990100 990200",
        () -> county.byHolder(applicant),
        Questions::word);
    nobody(county);
    together(county, applicant);
  }

  /** Whom every filter rules out costs no question. */
  private void nobody(Questions county) {
    long before = hubs.peerRequests(county.hub());
    step(
        Text.of("查一个谁都没有证照的人", "by a holder nobody has a licence of"),
        "absent",
        () -> county.byHolder(hubs.nobody()),
        Questions::word);
    note(
        Text.of("……没有问任何枢纽", "... asks no other hub"),
        "0",
        Long.toString(hubs.peerRequests(county.hub()) - before));
  }

  /** Licences of two cities in one application. */
  private void together(Questions county, Holder applicant) {
    JsonNode exemption =
        step(
            Text.of("县窗口办食品经营许可：两项材料由两市的证照替代", "two documents exempt by licences of two cities"),
            "F03 demo-990100 authorised, F04 demo-990200 authorised",
            () -> county.exemption(applicant),
            Scenario::exempt);
    String code = exemption.at("/documents/2/use/useCode").asString("");
    step(
        Text.of("凭用证码查看东海市证照的字段", "the fields of that use, from the city's hub"),
        applicant.name(),
        () -> county.reveal(code),
        it -> it.at("/face/持证主体").asString("none"));
  }

  private void inDisorder(Questions county, RegionHub south) {
    String licence = Questions.identifier(hubs.withLicence(south));
    String silent = "unknown: 990300 该枢纽没有答复";
    south.freeze();
    step(
        Text.of("南江市枢纽失联（网络吞掉一切）", "a city's hub is cut off, and swallows everything"),
        silent,
        () -> county.byIdentifier(licence),
        Questions::silent);
    south.thaw();
    hubs.rest();
    step(
        Text.of("恢复连通", "it is back"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
    south.kill();
    step(
        Text.of("南江市枢纽进程被杀", "the hub is killed"),
        silent,
        () -> county.byIdentifier(licence),
        Questions::silent);
    south.start();
    hubs.rest();
    step(
        Text.of("重新启动", "started again"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
  }

  private void lies(Questions county, RegionHub south) {
    String licence = Questions.identifier(hubs.withLicence(south));
    south.stop();
    try (Liar liar = Liar.inPlaceOf(south, hubs.asPeers(), hubs.clock())) {
      for (Deceit each : Deceit.values()) {
        lie(county, liar, licence, each);
      }
      note(
          Text.of("同一请求发两次", "one request sent twice"),
          Lie.REPLAY.code(),
          liar.twice(hubs.asPeer(county.hub())));
    }
    south.start();
    hubs.rest();
    step(
        Text.of("真枢纽回来", "the true hub is back"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
  }

  private void lie(Questions county, Liar liar, String licence, Deceit deceit) {
    // Told before the rest: hubs also ask by themselves, and rest again after each lie.
    liar.tell(deceit);
    hubs.rest();
    step(
        deceit.text(),
        "unknown: 990300 答复不可信：" + deceit.lie().text().zh(),
        () -> county.byIdentifier(licence),
        Questions::silent);
  }

  private JsonNode step(
      Text what, String wanted, Supplier<JsonNode> asking, Function<JsonNode, String> reading) {
    long began = System.nanoTime();
    JsonNode answer = asking.get();
    long millis = (System.nanoTime() - began) / 1_000_000;
    add(new Finding(what, wanted, reading.apply(answer), millis));
    return answer;
  }

  private void note(Text what, String wanted, String got) {
    add(new Finding(what, wanted, got, 0));
  }

  private void add(Finding finding) {
    findings.add(finding);
    err.println((finding.isRight() ? "✓ " : "✗ ") + finding.what());
    err.flush();
  }

  /** Which documents are exempt, by whose licence, and whether that may be used. */
  private static String exempt(JsonNode answer) {
    return String.join(
        ", ",
        answer
            .path("documents")
            .valueStream()
            .filter(it -> it.path("decision").asString().equals("exempt"))
            .map(
                it ->
                    it.path("code").asString()
                        + " "
                        + it.at("/licence/hub").asString()
                        + " "
                        + it.at("/use/decision").asString())
            .toList());
  }

  /** Numbers of the cases a place has: its own, and those two cities share. */
  static LongStream cases(int place, int each) {
    int places = Place.ALL.size();
    boolean shares = Place.ALL.get(place).level() == Level.CITY && place <= SHARING;
    return LongStream.range(0, (long) each * places)
        .filter(it -> it % places == place || (shares && it % SHARED == 0));
  }
}
