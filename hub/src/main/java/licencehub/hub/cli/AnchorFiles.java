package licencehub.hub.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.verification.Algorithm;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifier;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Revocations;
import licencehub.verification.Trust;
import org.jspecify.annotations.Nullable;

/** Whom a licence file on somebody's own disk is measured by: said by an option, or found near. */
final class AnchorFiles {
  static final String NAME = "anchors.pem";

  /** Without a configuration there are no revocation lists to ask. */
  private static final Policy OFFLINE =
      new Policy(
          "offline",
          EnumSet.allOf(Algorithm.class),
          false,
          Duration.ofDays(1),
          WhenStale.UNDECIDED,
          Duration.ofMinutes(5));

  private final @Nullable Path anchors;
  private final @Nullable Path config;
  private final FileJudging hub;
  private final Talk talk;
  private final Map<Path, FileVerifier> opened = new HashMap<>();

  AnchorFiles(@Nullable Path anchors, @Nullable Path config, FileJudging hub, Talk talk) {
    this.anchors = anchors;
    this.config = config;
    this.hub = hub;
    this.talk = talk;
  }

  FileVerifier verifierFor(Path file) {
    Path folder = config;
    if (folder != null) {
      return opened.computeIfAbsent(folder, it -> hub.files(ConfigOption.sound(it, talk.err())));
    }
    Path found = anchors == null ? nearest(file) : anchors;
    return opened.computeIfAbsent(found, this::trusting);
  }

  /** The roots said by the option, or found near; empty where there are none. */
  Optional<List<X509Certificate>> rootsFor(Path file) {
    return Optional.ofNullable(anchors)
        .or(() -> InputFile.nearest(file, NAME))
        .map(it -> Trust.read(List.of(it), List.of(), List.of()).anchors());
  }

  private FileVerifier trusting(Path file) {
    Trust trust = Trust.read(List.of(file), List.of(), List.of());
    talk.say(
        Text.of(
            "信任 " + file + " 中的" + trust.anchors().size() + "张根证书，不查吊销",
            "trusting the "
                + trust.anchors().size()
                + " roots in "
                + file
                + ", no revocation lists"));
    return FileVerifiers.of(OFFLINE, trust, Revocations.none(), FileLimits.USUAL);
  }

  private static Path nearest(Path file) {
    return InputFile.nearest(file, NAME)
        .orElseThrow(
            () ->
                new CommandFailed(
                    Exit.USAGE,
                    Text.of("不知道信任哪些根证书", "there are no root certificates to trust"),
                    Text.of(
                        "用 --anchors 指定PEM文件，或用 --config 指定配置目录",
                        "name a PEM file by --anchors, or a configuration by --config")));
  }
}
