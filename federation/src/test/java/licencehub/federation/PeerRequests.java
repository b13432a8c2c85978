package licencehub.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import licencehub.federation.message.MessageReader;
import licencehub.federation.message.MessageReader.Read;
import licencehub.federation.message.PeerAnswer;
import licencehub.federation.message.PeerRequest;
import licencehub.model.Digest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests made by hand. */
final class PeerRequests {
  private PeerRequests() {}

  static PeerRequest of(SmallHub from, SmallHub to, Instant at) {
    return new PeerRequest(
        UUID.randomUUID().toString(),
        from.id,
        to.id,
        at,
        0,
        "searchLicences",
        JsonMapper.shared().createObjectNode());
  }

  /** What an answer says, once it is sure that it is one. */
  static ObjectNode content(byte[] answer, byte[] request, SmallHub from, SmallHub to) {
    Read<PeerAnswer> read =
        new MessageReader(from.id, from.asPeer().card().trust(), to.id)
            .answer(answer, Digest.of(request), SmallHub.NOW);
    assertThat(read).isInstanceOf(Read.Believed.class);
    return ((Read.Believed<PeerAnswer>) read).message().content();
  }
}
