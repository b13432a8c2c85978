package licencehub.demo.regions;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

  /** Less than hubs of the demo wait for each other. */
  private static final Duration LATE = Duration.ofMillis(300);

  private final RegionHubs hubs;
  private final Findings findings;

  Scenario(RegionHubs hubs, Findings findings) {
    this.hubs = hubs;
    this.findings = findings;
  }

  void run() {
    RegionHub county = hubs.at("990201");
    RegionHub east = hubs.at("990100");
    RegionHub west = hubs.at("990200");
    RegionHub south = hubs.at("990300");
    inOrder(new Questions(county), east, west);
    inDisorder(new Questions(county), south);
    lies(new Questions(county), south);
  }

  private void inOrder(Questions county, RegionHub east, RegionHub west) {
    Story there = hubs.withLicence(east);
    findings.step(
        Text.of("县窗口按证照标识查东海市的证照", "a county asks by identifier for a city's licence"),
        "found 990100",
        () -> county.byIdentifier(Questions.identifier(there)),
        Questions::word);
    long both = hubs.inBoth(east, west);
    Holder applicant = east.story(both).applicant();
    findings.step(
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
    findings.step(
        Text.of("查一个谁都没有证照的人", "by a holder nobody has a licence of"),
        "absent",
        () -> county.byHolder(hubs.nobody()),
        Questions::word);
    findings.note(
        Text.of("……没有问任何枢纽", "... asks no other hub"),
        "0",
        Long.toString(hubs.peerRequests(county.hub()) - before));
  }

  /** Licences of two cities in one application. */
  private void together(Questions county, Holder applicant) {
    JsonNode exemption =
        findings.step(
            Text.of("县窗口办食品经营许可：两项材料由两市的证照替代", "two documents exempt by licences of two cities"),
            "F03 demo-990100 authorised, F04 demo-990200 authorised",
            () -> county.exemption(applicant),
            Scenario::exempt);
    String code = exemption.at("/documents/2/use/useCode").asString("");
    findings.step(
        Text.of("凭用证码查看东海市证照的字段", "the fields of that use, from the city's hub"),
        applicant.name(),
        () -> county.reveal(code),
        it -> it.at("/face/持证主体").asString("none"));
  }

  private void inDisorder(Questions county, RegionHub south) {
    String licence = Questions.identifier(hubs.withLicence(south));
    String silent = "unknown: 990300 该枢纽没有答复";
    south.freeze();
    findings.step(
        Text.of("南江市枢纽失联（网络吞掉一切）", "a city's hub is cut off, and swallows everything"),
        silent,
        () -> county.byIdentifier(licence),
        Questions::silent);
    south.thaw();
    hubs.rest();
    findings.step(
        Text.of("恢复连通", "it is back"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
    slow(county, south, licence);
    south.kill();
    findings.step(
        Text.of("南江市枢纽进程被杀", "the hub is killed"),
        silent,
        () -> county.byIdentifier(licence),
        Questions::silent);
    south.start();
    hubs.rest();
    findings.step(
        Text.of("重新启动", "started again"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
  }

  /** A line on which every answer is late, and yet in time. */
  private void slow(Questions county, RegionHub south, String licence) {
    south.freeze();
    CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS).execute(south::thaw);
    findings.step(
        Text.of("线路缓慢，答复迟来 0.3 秒", "a slow line: the answer is 0.3 s late"),
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
      findings.note(
          Text.of("同一请求发两次", "one request sent twice"),
          Lie.REPLAY.code(),
          liar.twice(hubs.asPeer(county.hub())));
    }
    south.start();
    hubs.rest();
    findings.step(
        Text.of("真枢纽回来", "the true hub is back"),
        "found 990300",
        () -> county.byIdentifier(licence),
        Questions::word);
  }

  private void lie(Questions county, Liar liar, String licence, Deceit deceit) {
    // Told before the rest: hubs also ask by themselves, and rest again after each lie.
    liar.tell(deceit);
    hubs.rest();
    findings.step(
        deceit.text(),
        "unknown: 990300 答复不可信：" + deceit.lie().text().zh(),
        () -> county.byIdentifier(licence),
        Questions::silent);
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
