package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import licencehub.verification.Algorithm;
import licencehub.verification.Envelope;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.Examination;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.SignerKey;
import licencehub.verification.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerIdentityTest {
  private static final Policy POLICY =
      new Policy(
          "peers",
          EnumSet.of(Algorithm.SM2_SM3),
          false,
          Duration.ofDays(1),
          Policy.WhenStale.REJECT,
          Duration.ofMinutes(5));

  @TempDir Path keys = Path.of("");
  @TempDir Path others = Path.of("");

  @Test
  void it_is_made_once_for_the_owner_alone() throws IOException {
    SomeHub first = SomeHub.in(keys, "gd-440100");
    PeerIdentity again = SomeHub.in(keys, "gd-440100").identity();
    assertThat(again.transport().id()).isEqualTo(first.identity().transport().id());
    assertThat(again.signer().id()).isEqualTo(first.identity().signer().id());
    assertThat(again.transport().algorithm()).isEqualTo(Algorithm.ES256);
    assertThat(again.signer().algorithm()).isEqualTo(Algorithm.SM2_SM3);
    try (Stream<Path> files = Files.list(keys)) {
      assertThat(files)
          .allSatisfy(
              it ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                      .isEqualTo("rw-------"))
          .extracting(it -> it.getFileName().toString())
          .containsExactlyInAnyOrder("peer-transport.pem", "peer-signer.pem");
    }
  }

  @Test
  void what_it_signs_is_believed_by_its_card_alone() {
    SomeHub hub = SomeHub.in(keys, "gd-440100");
    SomeHub other = SomeHub.in(others, "gd-440200");
    byte[] message =
        new EnvelopeSigner(hub.identity().signer(), new SecureRandom()).dsse("{}".getBytes(UTF_8));
    Examination believed = examine(hub.at(1).card().trust(), message);
    assertThat(believed.report().verdict()).isInstanceOf(Verdict.Trusted.class);
    assertThat(believed.signers()).containsExactly(hub.identity().signer().id());
    Examination foreign = examine(other.at(1).card().trust(), message);
    assertThat(foreign.report().verdict()).isNotInstanceOf(Verdict.Trusted.class);
    assertThat(foreign.signers()).isEmpty();
  }

  @Test
  void a_signer_without_its_issuer_is_told_at_once() throws IOException {
    SignerKey signer = SomeHub.in(keys, "gd-440100").identity().signer();
    Path file = keys.resolve("peer-signer.pem");
    Files.delete(file);
    new SignerKey(signer.privateKey(), List.of(signer.certificate())).save(file);
    assertThatThrownBy(() -> SomeHub.in(keys, "gd-440100"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("root certificate is missing");
  }

  private static Examination examine(Trust trust, byte[] message) {
    SignatureVerifier verifier = SignatureVerifiers.of(POLICY, trust, Revocations.none());
    return verifier.examine((Envelope.Opened) verifier.open(message), Instant.now());
  }
}
