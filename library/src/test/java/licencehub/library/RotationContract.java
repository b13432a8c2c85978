package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import licencehub.library.Access.LookupReason;
import licencehub.library.KeyRotation.Progress;
import licencehub.model.Reason;
import licencehub.model.event.Holder;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises of new keys. */
abstract class RotationContract extends DoorContract {
  private static final Holder LI = person("E12345678", "李小𬭎");
  private static final LicenceQuery BY_HOLDER =
      new LicenceQuery(LI.code(), null, null, null, Long.MAX_VALUE, 100);

  @Test
  void nothing_is_left_to_do_under_the_first_keys() {
    file(issued(1));
    assertThat(library().rotation().progress().isDone()).isTrue();
    assertThat(library().rotation().step(10).moved()).isZero();
  }

  @Test
  void a_key_that_nothing_is_under_goes_with_a_step() {
    library().positions().keep("source", "1");
    hold(2, 1);
    left(0);
    assertThat(library().rotation().step(1).isDone()).isTrue();
    keys.hold(List.of(SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    reopen();
    everythingIsThere(0);
  }

  @Test
  void a_new_data_key_counts_at_once_and_the_old_one_can_go_when_rotation_is_done() {
    fileSome(0, 5);
    hold(2, 1);
    fileSome(5, 3);
    left(11);
    rotate(4);
    keys.hold(List.of(SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    reopen();
    everythingIsThere(8);
  }

  @Test
  void a_step_is_as_small_as_asked_and_goes_on_where_the_last_ended_even_after_a_restart() {
    fileSome(0, 10);
    hold(2, 1);
    assertThat(library().rotation().step(3).rows()).isEqualTo(18);
    reopen();
    Progress progress = library().rotation().step(4);
    assertThat(progress.moved()).isEqualTo(4);
    assertThat(progress.rows()).isEqualTo(14);
    rotate(4);
    everythingIsThere(10);
  }

  @Test
  void rotation_while_callers_write_loses_nothing() throws Exception {
    fileSome(0, 50);
    AtomicInteger serial = new AtomicInteger(50);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writing =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  i ->
                      callers.submit(
                          () -> {
                            while (!done.get()) {
                              fileOne(serial.getAndIncrement());
                            }
                          }))
              .toList();
      for (int key = 2; key <= 4; key++) {
        hold(key, key);
        rotate(20);
      }
      done.set(true);
      for (Future<?> it : writing) {
        it.get();
      }
    }
    rotate(50);
    keys.hold(List.of(SampleKeys.data(4)), List.of(SampleKeys.index(4)));
    reopen();
    everythingIsThere(serial.get());
  }

  @Test
  void licences_and_accesses_are_found_while_a_new_index_key_takes_over() {
    fileSome(0, 6);
    log("holder=" + LI.code());
    hold(1, 2);
    fileSome(6, 2);
    log("holder=" + LI.code());
    int steps = 0;
    Progress progress = library().rotation().progress();
    while (!progress.isDone()) {
      assertThat(library().search().search(BY_HOLDER)).hasSize(8);
      assertThat(library().accesses().list("holder=" + LI.code(), Long.MAX_VALUE, 9)).hasSize(2);
      progress = library().rotation().step(2);
      steps++;
    }
    assertThat(steps).isGreaterThan(4);
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(2)));
    reopen();
    everythingIsThere(8);
    assertThat(library().accesses().list("holder=" + LI.code(), Long.MAX_VALUE, 9)).hasSize(2);
  }

  @Test
  void pages_have_no_gap_while_a_new_index_key_takes_over() {
    fileSome(0, 10);
    hold(1, 2);
    fileSome(10, 10);
    library().rotation().step(5);
    List<Integer> all = new ArrayList<>();
    long before = Long.MAX_VALUE;
    List<LicenceRecord> page;
    do {
      page = library().search().search(new LicenceQuery(LI.code(), null, null, null, before, 3));
      for (LicenceRecord it : page) {
        before = it.latest().sequence();
        all.add(Integer.parseInt(it.identifier().serial().substring(4)));
      }
    } while (!page.isEmpty());
    assertThat(all).isEqualTo(IntStream.range(0, 20).mapToObj(i -> 19 - i).toList());
  }

  private void hold(int data, int index) {
    HeldKeys held = SampleKeys.of(data, index);
    keys.hold(held.data(), held.index());
  }

  /** So many rows may be under the first key. */
  private void left(long rows) {
    Progress progress = library().rotation().progress();
    assertThat(progress.keys()).containsExactly(1);
    assertThat(progress.rows()).isEqualTo(rows);
  }

  private void rotate(int rows) {
    Progress progress = library().rotation().progress();
    while (!progress.isDone()) {
      progress = library().rotation().step(rows);
      assertThat(progress.moved() > 0 || progress.isDone()).isTrue();
    }
    assertThat(progress.stuck()).isZero();
  }

  private void fileSome(int from, int count) {
    for (int i = from; i < from + count; i++) {
      fileOne(i);
    }
    log("subject");
  }

  /** One licence and one that is set aside. */
  private void fileOne(int serial) {
    List<Outcome> outcomes =
        file(
            issued(serial).withHolders(LI).filing(),
            refused(
                issued(serial).withId("aside-" + serial).withRemark("x"), Reason.SIGNATURE_WRONG));
    assertThat(outcomes).extracting(Outcome::word).containsExactly("accepted", "quarantined");
  }

  private void log(String subject) {
    LookupReason reason = new LookupReason("item", "case", "核验", "li.si");
    Access access = new Access(0, NOON, "局", "approver", reason, "find", subject, "found");
    library().journal().log(List.of(access)).join();
  }

  private void everythingIsThere(int number) {
    assertThat(library().rotation().progress().isDone()).isTrue();
    for (int i = 0; i < number; i++) {
      LicenceRecord found = library().licences().find(identifier(i)).orElseThrow();
      assertThat(found.latest().document())
          .isEqualTo(issued(i).withHolders(LI).filing().document());
    }
    assertThat(library().search().search(BY_HOLDER)).hasSize(Math.min(number, 100));
    assertThat(library().quarantine().list(null, null, 0, 10_000)).hasSize(number);
  }
}
