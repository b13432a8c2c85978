package licencehub.verification;

import static licencehub.verification.EveryAlgorithmTest.reasons;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import licencehub.model.Reason;
import licencehub.verification.CertificateAuthority.Revoked;
import licencehub.verification.Policy.WhenStale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One verifier and one signer, many threads. */
class ManyThreadsTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 25;
  @TempDir private Path folder;

  @Test
  void every_thread_gets_the_right_answer_for_its_own_envelope() throws Exception {
    SignerKey department = Town.key(Algorithm.SM2_SM3);
    EnvelopeSigner signer = Town.signer(Algorithm.SM2_SM3);
    SignatureVerifier verifier = Town.verifier(Town.trust(department));
    run(
        thread -> {
          byte[] payload =
              (thread + new String(PAYLOAD, java.nio.charset.StandardCharsets.UTF_8))
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          byte[] sound =
              thread % 2 == 0 ? signer.dsse(payload) : signer.cms(payload, CmsForm.GBT35275);
          assertThat(reasons(Town.examine(verifier, sound))).isEmpty();
          byte[] forged = text(signer.dsse(payload), "\"payload\":\"", "\"payload\":\"MTIz");
          assertThat(reasons(Town.examine(verifier, forged)))
              .containsExactly(Reason.SIGNATURE_WRONG);
        });
  }

  @Test
  void a_reader_sees_the_list_before_or_after_a_refresh_and_never_none() throws Exception {
    SignerKey department = Town.key(Algorithm.SM2_SM3);
    Trust trust = Town.trust(department);
    URI root = list("root.crl", Town.ROOT, 1);
    URI authority = list("authority.crl", Town.AUTHORITY, 1);
    Revocations revocations = Revocations.of(trust, List.of(root, authority));
    revocations.refresh();
    SignatureVerifier verifier =
        SignatureVerifiers.of(Town.policy(true, WhenStale.REJECT), trust, revocations);
    byte[] envelope = Town.signer(Algorithm.SM2_SM3).dsse(PAYLOAD);
    run(
        thread -> {
          if (thread == 0) {
            revocations.refresh();
          }
          assertThat(reasons(Town.examine(verifier, envelope))).isEmpty();
        });
    Revoked revoked = Revoked.of(department.certificate(), NOON, CRLReason.SUPERSEDED);
    list("authority.crl", Town.AUTHORITY, 2, revoked);
    revocations.refresh();
    assertThat(reasons(Town.examine(verifier, envelope))).containsExactly(Reason.SIGNER_REVOKED);
  }

  private URI list(String file, CertificateAuthority by, long number, Revoked... revoked)
      throws Exception {
    byte[] crl =
        by.revocationList(number, NOON, NOON.plus(Duration.ofDays(1)), List.of(revoked), RANDOM);
    return Files.write(folder.resolve(file), crl).toUri();
  }

  private interface Work {
    void round(int thread) throws Exception;
  }

  private static void run(Work work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        tasks.add(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                work.round(number);
              }
              return ROUNDS;
            });
      }
      for (Future<Integer> it : threads.invokeAll(tasks)) {
        assertThat(it.get()).isEqualTo(ROUNDS);
      }
    }
  }
}
