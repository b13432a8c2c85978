package licencehub.connectors.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Discovered;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.files.Drop.Listed;
import licencehub.connectors.files.FileInHand.Place;
import licencehub.connectors.intake.Fuse;
import licencehub.connectors.intake.Intake;

/** Looks at a folder without leaving a trace, for dry runs. */
final class Visit {
  private static final int NAMES = 20;

  private final SourceConfig config;
  private final FileReading reading;
  private final Drop.Opener opener;

  Visit(SourceConfig config, FileReading reading, Drop.Opener opener) {
    this.config = config;
    this.reading = reading;
    this.opener = opener;
  }

  /** One folder, with the names of some files in it that fit. */
  List<Discovered> discover(String folder) {
    return on(
        drop -> {
          List<String> names = wanted(drop).stream().map(Listed::name).limit(NAMES).toList();
          return List.of(new Discovered("folder", folder, names, -1));
        });
  }

  /** The first records of the files that fit, complete or not. */
  List<RawRecord> sample(int limit) {
    return on(
        drop -> {
          Intake<Place> intake = new Intake<>();
          for (Listed file : wanted(drop)) {
            if (intake.waiting() < limit) {
              new FileInHand(file)
                  .read(drop, config.dialect(), intake, limit, reading.maxFileBytes());
            }
          }
          return intake.take(limit).records();
        });
  }

  /** Says how many files fit and how many of them are complete at first sight. */
  String count(Drop drop) throws IOException {
    List<Listed> listing = drop.list(reading.filesPerLook());
    Completeness rule = new Completeness(reading, () -> 0);
    long fit = listing.stream().filter(rule::isWanted).count();
    return "%d 个文件，%d 个符合 %s files, fitting %s"
        .formatted(listing.size(), fit, reading.pattern(), reading.pattern());
  }

  private List<Listed> wanted(Drop drop) throws IOException {
    Completeness rule = new Completeness(reading, () -> 0);
    List<Listed> wanted = new ArrayList<>(drop.list(reading.filesPerLook()));
    wanted.removeIf(it -> !rule.isWanted(it));
    wanted.sort(Completeness.OLDEST_FIRST);
    return wanted;
  }

  private interface Look<T> {
    T at(Drop drop) throws IOException;
  }

  private <T> T on(Look<T> look) {
    return new Fuse(config.id().text())
        .call(
            () -> {
              try (opener;
                  Drop drop = opener.open()) {
                return look.at(drop);
              }
            });
  }
}
