package licencehub.demo.regions;

import java.nio.file.Path;
import java.util.List;
import licencehub.demo.stage.Counter;
import licencehub.demo.stage.Home;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import licencehub.demo.world.Body;
import licencehub.federation.Level;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;

/**
 * A place with a hub, in a fictitious province.
 *
 * @param trade what its one department handles
 */
public record Place(String zh, String en, RegionCode region, Level level, int trade) {
  /** A province, three cities and two counties. */
  public static final List<Place> ALL =
      List.of(
          place("演示省", "Province", "990000", Level.PROVINCE, 3),
          place("东海市", "Donghai City", "990100", Level.CITY, 5),
          place("西山市", "Xishan City", "990200", Level.CITY, 4),
          place("南江市", "Nanjiang City", "990300", Level.CITY, 0),
          place("东海市临港县", "Lingang County", "990101", Level.COUNTY, 1),
          place("西山市青石县", "Qingshi County", "990201", Level.COUNTY, 2));

  private static Place place(String zh, String en, String region, Level level, int trade) {
    return new Place(zh, en, new RegionCode(region), level, trade);
  }

  public String id() {
    return "demo-" + region;
  }

  /** Its department, which issues licences and has a counter. */
  Body body() {
    return Body.at(region, zh, trade);
  }

  /** The counter's organisation, and the licences all six places issue. */
  Counter counter() {
    return new Counter(
        body().organisation(),
        ALL.stream().map(it -> it.body().matter().type().text()).distinct().sorted().toList());
  }

  /** Its stage, on ports nobody listens on. */
  Stage stage(Path folder) {
    return new Stage(
        folder.resolve(region.text()).toAbsolutePath(),
        Ports.free(0),
        new Home(
            id(),
            Text.of(zh + "证照枢纽（演示）", "Licence hub of " + en + " (demo)"),
            region,
            new Home.Among(level, Ports.one())),
        List.of(body()));
  }

  Text text() {
    return Text.of(zh, en);
  }
}
