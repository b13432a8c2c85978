package licencehub.federation.filter;

import static licencehub.federation.filter.Holders.had;
import static licencehub.federation.filter.Holders.hashes;
import static licencehub.federation.filter.Holders.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import licencehub.federation.filter.FilterAnswer.Added;
import licencehub.federation.filter.FilterAnswer.Piece;
import licencehub.federation.filter.FilterAnswer.Whole;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an asker has of a peer's filter, and what it does not believe. */
class FilterCopyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final long LONGEST = 8 << 20;

  /** Two pieces are needed for so many. */
  private static final int LARGE = 900_000;

  @TempDir Path folder = Path.of("");
  private KeptFilter peer;

  @BeforeEach
  void begin() throws IOException {
    peer = KeptFilter.create(folder.resolve("peer"), key(1), LARGE);
    peer.add(hashes(peer, 0, 1_000));
  }

  @AfterEach
  void end() {
    peer.close();
  }

  @Test
  void without_a_filter_everybody_may_be_held() {
    FilterCopy copy = open();
    assertThat(had(copy, 0, 2_000)).isEqualTo(2_000);
    assertThat(copy.confirmed()).isEmpty();
    assertThat(copy.take(new FilterAnswer.NoneYet(), NOON)).isTrue();
    assertThat(copy.confirmed()).isEmpty();
  }

  @Test
  void the_whole_comes_in_pieces_and_is_confirmed_when_nothing_more_was_added() {
    FilterCopy copy = open();
    assertThat(refresh(copy, peer)).isEqualTo(4); // that it is whole, two pieces, nothing since
    assertThat(had(copy, 0, 1_000)).isEqualTo(1_000);
    assertThat(had(copy, 1_000, 11_000)).isZero();
    assertThat(copy.confirmed()).contains(NOON);
  }

  @Test
  void what_is_added_comes_alone() {
    FilterCopy copy = refreshed();
    peer.add(hashes(peer, 1_000, 1_500));
    assertThat(refresh(copy, peer)).isEqualTo(1);
    same(copy, peer);
    assertThat(had(copy, 0, 1_500)).isEqualTo(1_500);
  }

  @Test
  void more_than_a_piece_of_additions_comes_in_parts() throws Exception {
    FilterCopy copy = refreshed();
    KeptFilter large = KeptFilter.create(folder.resolve("large"), key(2), 2_000_000);
    refresh(copy, large);
    large.add(hashes(large, 0, 70_000));
    assertThat(refresh(copy, large)).isEqualTo(2);
    same(copy, large);
    large.close();
  }

  /** Additions between pieces, restarts of either side, over and over. */
  @Test
  void step_by_step_and_as_a_whole_it_becomes_the_same() throws Exception {
    SplittableRandom random = new SplittableRandom(20_261_122);
    FilterCopy copy = open();
    int holders = 1_000;
    for (int round = 0; round < 200; round++) {
      int more = random.nextInt(40);
      peer.add(hashes(peer, holders, holders + more));
      holders += more;
      if (random.nextInt(20) == 0) {
        copy = open();
      }
      if (random.nextInt(20) == 0) {
        peer.close();
        peer = KeptFilter.open(folder.resolve("peer"));
      }
      if (random.nextInt(50) == 0) {
        copy.startOver();
      }
      copy.take(answer(copy.question(), peer), NOON);
    }
    refresh(copy, peer);
    same(copy, peer);
    assertThat(had(copy, 0, holders)).isEqualTo(holders);
  }

  @Test
  void a_restart_needs_no_more_than_what_was_added() {
    FilterCopy copy = refreshed();
    peer.add(hashes(peer, 1_000, 1_100));
    copy.take(answer(copy.question(), peer), NOON.plusSeconds(60));
    FilterCopy again = open();
    assertThat(again.confirmed()).contains(NOON.plusSeconds(60));
    same(again, peer);
    peer.add(hashes(peer, 1_100, 1_200));
    assertThat(refresh(again, peer)).isEqualTo(1);
    assertThat(had(again, 0, 1_200)).isEqualTo(1_200);
  }

  @Test
  void what_was_changed_on_disk_is_not_believed() throws Exception {
    for (String file : new String[] {"filter", "state"}) {
      refreshed();
      Path place = folder.resolve("copy/" + file);
      byte[] bytes = Files.readAllBytes(place);
      bytes[bytes.length / 2] ^= 1;
      Files.write(place, bytes);
      FilterCopy copy = open();
      assertThat(copy.filter()).isEmpty();
      assertThat(had(copy, 5_000, 5_100)).isEqualTo(100);
      refresh(copy, peer);
      same(copy, peer);
    }
  }

  @Test
  void a_new_generation_is_fetched_while_the_former_one_still_answers() throws Exception {
    FilterCopy copy = refreshed();
    KeptFilter next = KeptFilter.create(folder.resolve("next"), key(2), LARGE);
    next.add(hashes(next, 0, 1_200));
    assertThat(copy.take(answer(copy.question(), next), NOON)).isFalse();
    assertThat(copy.question()).isEqualTo(new FilterQuestion.Piece(next.generation(), 0));
    assertThat(had(copy, 0, 1_000)).isEqualTo(1_000);
    assertThat(had(copy, 1_000, 2_000)).isZero();
    refresh(copy, next);
    same(copy, next);
    assertThat(had(copy, 0, 1_200)).isEqualTo(1_200);
    next.close();
  }

  @Test
  void a_generation_that_ends_while_it_is_fetched_is_left() throws Exception {
    FilterCopy copy = open();
    copy.take(answer(copy.question(), peer), NOON);
    copy.take(answer(copy.question(), peer), NOON);
    KeptFilter next = KeptFilter.create(folder.resolve("next"), key(2), LARGE);
    next.add(hashes(next, 0, 10));
    refresh(copy, next);
    same(copy, next);
    next.close();
  }

  @Test
  void a_corrupted_piece_is_refused() {
    refusesPiece(it -> piece(it, it.offset(), bent(it.bytes()), it.checksum()));
  }

  @Test
  void a_piece_of_somewhere_else_is_refused() {
    refusesPiece(it -> piece(it, it.offset() + 1, it.bytes(), it.checksum()));
  }

  @Test
  void an_empty_piece_is_refused() {
    refusesPiece(it -> piece(it, it.offset(), new byte[0], 0));
  }

  @Test
  void a_piece_of_another_generation_is_refused() {
    refusesPiece(it -> new Piece(key(9).generation(), it.offset(), it.bytes(), it.checksum()));
  }

  @Test
  void a_header_that_is_not_of_the_promised_generation_is_refused() throws Exception {
    KeptFilter other = KeptFilter.create(folder.resolve("other"), key(2), LARGE);
    FilterCopy copy = open();
    copy.take(answer(copy.question(), peer), NOON);
    Piece first = (Piece) other.piece(new FilterQuestion.Piece(other.generation(), 0));
    copy.take(new Piece(peer.generation(), 0, first.bytes(), first.checksum()), NOON);
    refuses(copy, answer(copy.question(), peer));
    other.close();
  }

  @Test
  void a_gap_a_step_back_a_broken_hash_and_a_part_of_nothing_are_refused() {
    peer.add(hashes(peer, 1_000, 1_010));
    refusesAdded(it -> added(it, it.from() + 1, it.hashes(), it.newest() + 1, it.sum()));
    refusesAdded(it -> added(it, it.from() - 1, it.hashes(), it.newest(), it.sum()));
    refusesAdded(it -> added(it, it.from(), new byte[17], it.newest(), it.sum()));
    refusesAdded(it -> added(it, it.from(), it.hashes(), it.newest() - 1, it.sum()));
    refusesAdded(it -> added(it, it.from(), new byte[0], it.newest(), it.sum()));
  }

  @Test
  void a_hash_that_is_not_the_peers_is_noticed_by_the_sum() {
    refusesAdded(it -> added(it, it.from(), bent(it.hashes()), it.newest(), it.sum()));
  }

  @Test
  void a_filter_longer_than_allowed_is_refused() {
    refuses(open(), new Whole(peer.generation(), LONGEST + 1));
  }

  @Test
  void what_was_not_asked_for_is_refused() {
    Piece piece = (Piece) peer.piece(new FilterQuestion.Piece(peer.generation(), 0));
    refuses(refreshed(), piece);
    refuses(open(), added((Added) since(0, 1_000), 0, new byte[0], 0, 0));
  }

  private void refusesPiece(UnaryOperator<Piece> change) {
    FilterCopy copy = refreshed();
    copy.take(new Whole(peer.generation(), peer.filter().header().length()), NOON);
    refuses(copy, change.apply((Piece) answer(copy.question(), peer)));
  }

  private void refusesAdded(UnaryOperator<Added> change) {
    FilterCopy copy = refreshed();
    long version = peer.filter().version();
    peer.add(hashes(peer, (int) version, (int) version + 5));
    refuses(copy, change.apply((Added) answer(copy.question(), peer)));
  }

  /** Starts over, and comes to the same in the end. */
  private void refuses(FilterCopy copy, FilterAnswer answer) {
    assertThatThrownBy(() -> copy.take(answer, NOON)).isInstanceOf(MalformedValue.class);
    assertThat(copy.filter()).isEmpty();
    assertThat(copy.confirmed()).isEmpty();
    assertThat(copy.question()).isEqualTo(new FilterQuestion.Since(null, 0));
    refresh(copy, peer);
    same(copy, peer);
  }

  private FilterCopy open() {
    return FilterCopy.open(folder.resolve("copy"), LONGEST);
  }

  private FilterCopy refreshed() {
    FilterCopy copy = open();
    refresh(copy, peer);
    return copy;
  }

  private FilterAnswer since(long version, int more) {
    peer.add(hashes(peer, more, more + 1));
    return peer.since(new FilterQuestion.Since(peer.generation(), version));
  }

  /** Asks until there is nothing more; tells how often. */
  private static int refresh(FilterCopy copy, KeptFilter peer) {
    int asked = 1;
    while (!copy.take(answer(copy.question(), peer), NOON)) {
      assertThat(asked++).isLessThan(20);
    }
    return asked;
  }

  private static FilterAnswer answer(FilterQuestion question, KeptFilter peer) {
    return switch (question) {
      case FilterQuestion.Since it -> peer.since(it);
      case FilterQuestion.Piece it -> peer.piece(it);
    };
  }

  private static void same(FilterCopy copy, KeptFilter peer) {
    HolderFilter filter = copy.filter().orElseThrow();
    assertThat(filter.version()).isEqualTo(peer.filter().version());
    assertThat(filter.sum()).isEqualTo(peer.filter().sum());
    assertThat(filter.wire(0, Integer.MAX_VALUE))
        .isEqualTo(peer.filter().wire(0, Integer.MAX_VALUE));
  }

  private static Piece piece(Piece like, long offset, byte[] bytes, int checksum) {
    return new Piece(like.generation(), offset, bytes, checksum);
  }

  private static Added added(Added like, long from, byte[] hashes, long newest, long sum) {
    return new Added(like.generation(), from, hashes, newest, sum);
  }

  private static byte[] bent(byte[] bytes) {
    byte[] bent = bytes.clone();
    bent[bent.length / 2] ^= 1;
    return bent;
  }
}
