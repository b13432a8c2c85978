package licencehub.demo.regions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import licencehub.demo.world.Story;
import licencehub.model.Text;
import tools.jackson.databind.node.ObjectNode;

/** Cases that go up, across and down between the hubs of the demo. */
final class CaseTravels {
  /** Numbers nobody else tells of. */
  private static final long FIRST = 1_000_000;

  private static final int MISSED = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RegionHubs hubs;
  private final Findings findings;

  CaseTravels(RegionHubs hubs, Findings findings) {
    this.hubs = hubs;
    this.findings = findings;
  }

  void run() {
    RegionHub province = hubs.at("990000");
    up(hubs.at("990101"), province);
    across(hubs.at("990100"), hubs.at("990300"));
    away(hubs.at("990101"), province);
  }

  private void up(RegionHub county, RegionHub province) {
    Story story = hubs.withLicence(county);
    String steps = new Questions(county).stages(story.caseNumber());
    findings.step(
        Text.of("县的办件逐级到省", "a county's case comes up to the province"),
        steps,
        () -> awaited(() -> new Questions(province).stages(story.caseNumber()), steps),
        it -> it);
  }

  /** Accepted in one city for an item of another, decided there, and back. */
  private void across(RegionHub east, RegionHub south) {
    Story here = east.story(FIRST);
    Story there = south.story(FIRST + 1);
    List<ObjectNode> begun = AssignedCase.begun(here, there);
    east.file(begun);
    String number = here.caseNumber();
    findings.step(
        Text.of("东海市受理、南江市事项：申请随即到南江市", "accepted in one city for an item of another"),
        "application acceptance",
        () -> awaited(() -> new Questions(south).stages(number), "application acceptance"),
        it -> it);
    south.file(AssignedCase.decided(there, number));
    String all = new Questions(south).stages(number);
    findings.step(
        Text.of("南江市办理，环节和结果回到东海市", "its steps and its result come back"),
        all,
        () -> awaited(() -> new Questions(east).stages(number), all),
        it -> it);
  }

  /** What happens while the province is away comes when it is back, and once. */
  private void away(RegionHub county, RegionHub province) {
    province.kill();
    List<String> numbers =
        LongStream.range(FIRST + 10, FIRST + 10 + MISSED)
            .mapToObj(it -> county.story(it).caseNumber())
            .toList();
    county.load(LongStream.range(FIRST + 10, FIRST + 10 + MISSED));
    province.start();
    String wanted = MISSED + " × 1";
    findings.step(
        Text.of("省枢纽被杀又启动，其间 20 件一件不少、一件不重", "what the killed province missed comes, once"),
        wanted,
        () -> awaited(() -> new Questions(province).applications(numbers), wanted),
        it -> it);
  }

  /** What is said in the end: as wanted, or the last thing that was said in time. */
  private String awaited(Supplier<String> asking, String wanted) {
    Instant deadline = hubs.clock().instant().plus(PATIENCE);
    String said = asking.get();
    while (!said.equals(wanted) && hubs.clock().instant().isBefore(deadline)) {
      hubs.rest();
      said = asking.get();
    }
    return said;
  }
}
