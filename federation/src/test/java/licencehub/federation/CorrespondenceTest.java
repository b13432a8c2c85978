package licencehub.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import licencehub.federation.PeerLine.Reply;
import licencehub.federation.message.Lie;
import licencehub.federation.message.PeerAnswer;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.model.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two hubs that talk, and one of them lies in every way there is. */
@SuppressWarnings("NullAway.Init")
class CorrespondenceTest {
  private static final Duration REST = Duration.ofSeconds(10);
  @TempDir Path folder = Path.of("");
  private SmallHub here;
  private SmallHub there;
  private Respondent respondent;
  private Instant now = SmallHub.NOW;
  private Instant nowThere = SmallHub.NOW;
  private final List<byte[]> requests = new ArrayList<>();
  private UnaryOperator<Reply> onTheWay = UnaryOperator.identity();
  private Correspondence correspondence;

  @BeforeEach
  void open() {
    here = new SmallHub("gd-440300", folder);
    there = new SmallHub("gd-440100", folder).file(0, 40);
    respondent = there.respondent(() -> nowThere);
    correspondence =
        new Correspondence(here.id, here.messages(), new Wire(), here, REST, () -> now);
  }

  /** Hands requests over, and lets a test change what comes back. */
  private final class Wire implements PeerLine {
    @Override
    public Reply ask(Peer peer, byte[] message, Duration patience) {
      requests.add(message);
      return onTheWay.apply(new Reply.Said(respondent.answer(here.asPeer(), message)));
    }

    @Override
    public void close() {}
  }

  private Told ask() {
    return correspondence.ask(there.asPeer(), "searchLicences", question(), Duration.ofSeconds(1));
  }

  private static ObjectNode question() {
    return JsonMapper.shared().createObjectNode().put("number", "JY14403070001234");
  }

  private void assertLie(Lie lie) {
    assertThat(ask()).isEqualTo(new Told.Lied(lie, now.plus(REST)));
    assertThat(correspondence.standing(there.id).lie()).isEqualTo(lie);
  }

  /** Answers with what the peer could have signed itself. */
  private void forge(LedgerWord word, Instant at, String from) {
    onTheWay =
        it ->
            new Reply.Said(
                there
                    .messages()
                    .sign(
                        new PeerAnswer(
                            from, here.id, at, Digest.of(requests.getLast()), word, question())));
  }

  @Test
  void an_answer_in_order_is_believed_and_its_ledger_followed() {
    assertThat(ask()).isInstanceOfSatisfying(Told.Answered.class, this::isTheQuestion);
    assertThat(here.find(there.id).orElseThrow().size()).isEqualTo(40);
    there.file(40, 300);
    assertThat(ask()).isInstanceOf(Told.Answered.class);
    assertThat(here.find(there.id).orElseThrow().size()).isEqualTo(340);
    assertThat(correspondence.standing(there.id)).isEqualTo(PeerStanding.NEW.answered(now));
  }

  private void isTheQuestion(Told.Answered it) {
    assertThat(it.answer().content()).isEqualTo(question());
  }

  @Test
  void a_silent_peer_is_left_alone_for_a_while() {
    onTheWay = it -> new Reply.Silent("timeout");
    assertThat(ask()).isEqualTo(new Told.Silent("timeout", now.plus(REST)));
    onTheWay = UnaryOperator.identity();
    assertThat(ask()).isEqualTo(new Told.Silent("timeout", now.plus(REST)));
    assertThat(requests).hasSize(1);
    now = now.plus(REST);
    nowThere = now;
    assertThat(ask()).isInstanceOf(Told.Answered.class);
  }

  @Test
  void whoever_looks_for_the_cause_asks_all_the_same() {
    onTheWay = it -> new Reply.Silent("timeout");
    ask();
    onTheWay = UnaryOperator.identity();
    assertThat(
            correspondence.askNow(
                there.asPeer(), "searchLicences", question(), Duration.ofSeconds(1)))
        .isInstanceOf(Told.Answered.class);
  }

  @Test
  void another_signature_is_a_lie() {
    SmallHub impostor = new SmallHub("impostor", folder).file(0, 40);
    onTheWay =
        it ->
            new Reply.Said(
                impostor
                    .messages()
                    .sign(
                        new PeerAnswer(
                            there.id,
                            here.id,
                            now,
                            Digest.of(requests.getLast()),
                            there.since(0),
                            question())));
    assertLie(Lie.SIGNATURE_WRONG);
  }

  @Test
  void changed_bytes_are_a_lie() {
    onTheWay =
        it -> {
          byte[] bytes = ((Reply.Said) it).bytes();
          bytes[bytes.length / 3] ^= 1;
          return new Reply.Said(bytes);
        };
    assertLie(Lie.SIGNATURE_WRONG);
  }

  @Test
  void what_is_signed_but_no_answer_is_a_lie() {
    onTheWay = it -> new Reply.Said(there.messages().sign(PeerRequests.of(there, here, now)));
    assertLie(Lie.MALFORMED);
  }

  @Test
  void the_answer_to_another_request_is_a_lie() {
    List<Reply> kept = new ArrayList<>();
    onTheWay =
        it -> {
          kept.add(it);
          return kept.getFirst();
        };
    assertThat(ask()).isInstanceOf(Told.Answered.class);
    assertLie(Lie.OTHER_REQUEST);
  }

  @Test
  void an_answer_in_another_name_is_a_lie() {
    forge(there.since(0), now, "gd-440600");
    assertLie(Lie.OTHER_SENDER);
  }

  @Test
  void an_old_answer_is_a_lie() {
    forge(there.since(0), now.minusSeconds(121), there.id);
    assertLie(Lie.CLOCK);
  }

  @Test
  void a_checkpoint_of_another_ledger_is_a_lie() {
    forge(new SmallHub("gd-440600", folder).file(0, 50).since(0), now, there.id);
    assertLie(Lie.CHECKPOINT_WRONG);
  }

  @Test
  void an_older_checkpoint_is_a_lie() {
    LedgerWord old = there.since(0);
    there.file(40, 10);
    ask();
    forge(old, now, there.id);
    assertLie(Lie.CHECKPOINT_STALE);
  }

  @Test
  void a_ledger_that_is_gone_is_a_lie() {
    ask();
    forge(LedgerWord.NONE, now, there.id);
    assertLie(Lie.CHECKPOINT_STALE);
  }

  @Test
  void another_history_of_the_same_size_is_a_lie() {
    ask();
    there.forget();
    there.file(1_000, 40);
    assertLie(Lie.SPLIT_VIEW);
  }

  @Test
  void another_history_that_is_longer_is_a_lie() {
    ask();
    there.forget();
    there.file(1_000, 90);
    assertLie(Lie.SPLIT_VIEW);
  }

  @Test
  void another_history_is_noticed_after_a_restart() {
    ask();
    there.forget();
    there.file(1_000, 90);
    correspondence =
        new Correspondence(here.id, here.messages(), new Wire(), here, REST, () -> now);
    assertLie(Lie.SPLIT_VIEW);
  }

  @Test
  void a_request_that_comes_again_is_refused() {
    ask();
    byte[] first = requests.getFirst();
    onTheWay =
        it -> {
          byte[] again = respondent.answer(here.asPeer(), first);
          assertThat(again).isNotEmpty();
          return it;
        };
    assertThat(ask()).isInstanceOf(Told.Answered.class);
    assertThat(refused(first)).isEqualTo(Lie.REPLAY.code());
  }

  @Test
  void a_request_from_before_the_start_is_refused() {
    now = now.minusSeconds(1);
    assertThat(ask()).isEqualTo(new Told.Refused(Lie.REPLAY.code(), now.plus(REST)));
  }

  /** Nobody can tell which of the two is wrong. */
  @Test
  void clocks_that_differ_are_noticed_on_both_sides() {
    now = now.plusSeconds(121);
    assertLie(Lie.CLOCK);
    assertThat(refused(requests.getFirst())).isEqualTo(Lie.CLOCK.code());
  }

  @Test
  void a_request_for_another_hub_is_refused() {
    SmallHub other = new SmallHub("gd-440600", folder);
    assertThat(refused(here.messages().sign(PeerRequests.of(here, other, now))))
        .isEqualTo(Lie.OTHER_RECEIVER.code());
  }

  @Test
  void a_request_in_another_name_is_refused() {
    SmallHub other = new SmallHub("gd-440600", folder);
    assertThat(refused(here.messages().sign(PeerRequests.of(other, there, now))))
        .isEqualTo(Lie.OTHER_SENDER.code());
    assertThat(refused(other.messages().sign(PeerRequests.of(here, there, now))))
        .isEqualTo(Lie.SIGNATURE_WRONG.code());
  }

  /** For what a request is refused, from the signed answer. */
  private String refused(byte[] request) {
    return PeerRequests.content(respondent.answer(here.asPeer(), request), request, there, here)
        .path("refused")
        .asString("");
  }
}
