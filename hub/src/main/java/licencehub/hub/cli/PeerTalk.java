package licencehub.hub.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import licencehub.federation.HubCard;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.FederationSection;
import licencehub.model.Text;

/** How commands about peers speak. */
record PeerTalk(Talk talk) {
  /** How this hub stands among others; a hub that has none of it cannot go on. */
  static FederationSection federation(ConfigFolder folder) {
    FederationSection federation = folder.hub().federation();
    if (federation == null) {
      throw new CommandFailed(
          Exit.INVALID,
          Text.of("hub.yaml 没有 federation 一节", "hub.yaml has no section federation"),
          Text.of("按 config/hub.yaml 中的样例写上", "write it as the example in config/hub.yaml has it"));
    }
    return federation;
  }

  /** Who a card says it is, with the fingerprints to compare. */
  void introduce(HubCard card) {
    PrintWriter err = talk.err();
    err.println("枢纽 hub        " + card.hub() + "  " + card.name());
    err.println(
        "区划 region     " + card.region() + "  " + card.level().text() + "  " + card.address());
    fingerprint("签名 signature ", card.signer().getFirst());
    fingerprint("传输 transport ", card.transport());
    err.flush();
  }

  private void fingerprint(String what, java.security.cert.X509Certificate certificate) {
    String words = ReadAloud.of(certificate);
    int half = words.length() / 2;
    talk.err().println(what + " SHA-256 " + words.substring(0, half).strip());
    talk.err().println(" ".repeat(24) + words.substring(half).strip());
    talk.err()
        .println(
            " ".repeat(24)
                + "至 until "
                + certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
  }
}
