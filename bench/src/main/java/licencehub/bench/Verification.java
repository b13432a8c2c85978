package licencehub.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Body;
import licencehub.model.Verdict;
import licencehub.verification.Envelope;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;

/** Pure verification: open the envelope, gather the evidence, judge it; nothing is written. */
final class Verification {
  private static final int THREADS = 2;

  private Verification() {}

  /** Envelopes a second by two threads, after a warm-up of the same size. */
  static double rate(Stage stage, Body body, List<byte[]> envelopes) throws Exception {
    return rate(stage, body, envelopes, THREADS);
  }

  /** The same by so many threads. */
  static double rate(Stage stage, Body body, List<byte[]> envelopes, int threads) throws Exception {
    Path config = stage.config();
    Trust trust =
        Trust.read(
            List.of(config.resolve("trust/anchors/demo-root.pem")),
            List.of(),
            List.of(config.resolve("trust/signers/" + body.source() + ".pem")));
    Revocations revocations =
        Revocations.of(trust, List.of(config.resolve("trust/revocation/demo.crl").toUri()));
    revocations.refresh();
    SignatureVerifier verifier = SignatureVerifiers.of(Policy.usual("bench"), trust, revocations);
    Instant now = Instant.now();
    Clock.seconds(threads, envelopes.size(), i -> verify(verifier, envelopes.get(i), now));
    double seconds =
        Clock.seconds(threads, envelopes.size(), i -> verify(verifier, envelopes.get(i), now));
    return envelopes.size() / seconds;
  }

  private static void verify(SignatureVerifier verifier, byte[] envelope, Instant now) {
    if (!(verifier.open(envelope) instanceof Envelope.Opened opened)
        || !(verifier.examine(opened, now).report().verdict() instanceof Verdict.Trusted)) {
      throw new IllegalStateException("a sound envelope was not trusted");
    }
  }
}
