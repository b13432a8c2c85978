package licencehub.hub.cli;

import licencehub.federation.PeerQuestion;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.federation.PeerIdentity;

/** What commands about peers need of the wiring. */
public interface PeerCare {
  /** This hub's keys and certificates among peers, made first where there are none yet. */
  PeerIdentity peerIdentity(ConfigFolder config);

  /** Asks peers a signed question in this hub's name; empty where this programme cannot. */
  PeerQuestion peerQuestion(ConfigFolder config);
}
