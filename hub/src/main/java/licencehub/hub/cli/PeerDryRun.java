package licencehub.hub.cli;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import licencehub.connectors.Probe.StepFailed;
import licencehub.federation.Peer;
import licencehub.federation.PeerQuestion;
import licencehub.federation.PeerQuestion.Heard;
import licencehub.federation.line.PeerDial;
import licencehub.hub.federation.PeerIdentity;
import licencehub.model.Text;

/**
 * Everything a question to a peer goes through, step by step: name, connection, both certificates,
 * and a signed question with its answer.
 *
 * @param question asks the last one
 * @param patience for the answer
 */
record PeerDryRun(
    Talk talk, InstantSource clock, PeerIdentity own, PeerQuestion question, Duration patience) {
  private static final Duration DIALLING = Duration.ofSeconds(5);

  /** How it went. */
  record Report(String hub, List<LiveProbe.Done> steps, Exit exit) {
    Report {
      steps = List.copyOf(steps);
    }
  }

  Report run(Peer peer) {
    LiveProbe probe = new LiveProbe(talk, clock);
    try (PeerDial dial = new PeerDial(own.transport(), peer.card(), DIALLING)) {
      probe.step(Text.of("证书期限", "certificates in time"), () -> inTime(peer));
      probe.step(Text.of("解析", "resolve"), dial::resolve);
      probe.step(Text.of("连接", "connect"), dial::connect);
      probe.step(Text.of("对方证书与名片一致", "its certificate is the card's"), dial::secure);
      probe.step(Text.of("对方接受本枢纽证书", "it takes this hub's certificate"), dial::admitted);
      probe.step(Text.of("签名问答", "a signed question"), () -> heard(peer));
      return new Report(peer.hub(), probe.steps(), Exit.OK);
    } catch (StepFailed | IOException e) {
      // The probe has shown which step failed and why; later steps make no sense.
      return new Report(peer.hub(), probe.steps(), Exit.FAILED);
    }
  }

  private String heard(Peer peer) throws IOException {
    return switch (question.ask(peer, patience)) {
      case Heard.Understood it -> it.what().toString();
      case Heard.Unanswered it -> throw new IOException(it.why().toString());
    };
  }

  /** Connections count certificates as they are; signatures do not hold past their end. */
  private String inTime(Peer peer) throws IOException {
    Instant end = own.signer().certificate().getNotAfter().toInstant();
    for (X509Certificate it :
        List.of(
            own.transport().certificate(),
            peer.card().transport(),
            peer.card().signer().getFirst())) {
      Instant next = it.getNotAfter().toInstant();
      end = next.isBefore(end) ? next : end;
    }
    if (end.isBefore(clock.instant())) {
      throw new IOException("有证书已过期，请换新后重新互换名片 one is past its end, make a new card: " + end);
    }
    return "≤ " + end;
  }
}
