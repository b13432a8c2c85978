package licencehub.federation.anchors;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * Whom a region trusts with seals on licence files.
 *
 * @param hub id of the hub that says so
 * @param anchors root certificates
 * @param expires from when it counts no longer; at most {@link #LONGEST} after it was issued
 */
public record AnchorList(
    String hub, List<X509Certificate> anchors, Instant issued, Instant expires) {
  /** An authority that is struck off a list is believed for as long, at the most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final int MOST = 200;

  public AnchorList {
    anchors = List.copyOf(anchors);
    if (anchors.size() > MOST) {
      throw malformed(Text.of("至多" + MOST + "张证书", "has " + MOST + " certificates at the most"));
    }
    if (!expires.isAfter(issued) || issued.plus(LONGEST).isBefore(expires)) {
      throw malformed(Text.of("有效期至多七天", "counts for seven days at the most"));
    }
  }

  /** Whether it counts. */
  public boolean countsAt(Instant at) {
    return at.isBefore(expires);
  }

  static MalformedValue malformed(Text rule) {
    return MalformedValue.hidden(
        Text.of("信任锚清单", "list of trust anchors"), rule, "operation anchors of a hub");
  }
}
