package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import licencehub.federation.anchors.AnchorList;
import licencehub.federation.anchors.AnchorListFile;
import licencehub.federation.message.MessageSigner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells peers whom this hub's region trusts with seals: the operation {@code anchors}. */
public record OwnAnchors(
    String hub, List<X509Certificate> anchors, MessageSigner signer, InstantSource clock) {
  public OwnAnchors {
    anchors = List.copyOf(anchors);
  }

  ObjectNode answer() {
    Instant now = clock.instant();
    AnchorList list = new AnchorList(hub, anchors, now, now.plus(AnchorList.LONGEST));
    return JsonMapper.shared()
        .createObjectNode()
        .put("list", new String(AnchorListFile.write(list, signer), UTF_8));
  }
}
