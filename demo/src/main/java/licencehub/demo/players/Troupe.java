package licencehub.demo.players;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import licencehub.demo.world.Body;
import licencehub.demo.world.Story;
import licencehub.demo.world.StoryTeller;
import licencehub.model.code.SourceId;

/** All departments at work, each with its share of the cases. */
public final class Troupe implements AutoCloseable {
  private static final int FULL_HANDS = 300;

  private final List<Member> members;
  private final StoryTeller teller;
  private final Spoiler spoiler;
  private final LongAdder cases = new LongAdder();

  /** One department with its way of sending and its books. */
  public record Member(Body body, Player player, SenderLedger ledger) {}

  public Troupe(List<Member> members, StoryTeller teller, Spoiler spoiler) {
    this.members = List.copyOf(members);
    this.teller = teller;
    this.spoiler = spoiler;
  }

  /** Cases told so far. */
  public long cases() {
    return cases.sum();
  }

  /** What each department sent, by the outcome it must end as. */
  public Map<SourceId, Map<String, Long>> expected() {
    Map<SourceId, Map<String, Long>> expected = new TreeMap<>();
    members.forEach(it -> expected.put(it.ledger().source(), it.ledger().expected()));
    return expected;
  }

  /** The n-th case, which is sent elsewhere, or was. */
  public Story story(long n) {
    return teller.tell(members.get((int) (n % members.size())).body(), n);
  }

  /** Sends the n-th case at once; the department it falls to follows from n. */
  public Story tell(long n) {
    Member member = members.get((int) (n % members.size()));
    Story story = teller.tell(member.body(), n);
    send(member, sendings(member, story, n));
    cases.increment();
    return story;
  }

  /** Sends the cases from 0 to {@code total}, all departments side by side, as fast as they can. */
  public void tellAll(long total, BooleanSupplier goOn) {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> shares = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        int first = i;
        shares.add(threads.submit(() -> share(first, total, goOn)));
      }
      for (Future<?> it : shares) {
        it.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a department stopped sending", e.getCause());
    }
  }

  private void share(int first, long total, BooleanSupplier goOn) {
    Member member = members.get(first);
    List<Sending> hands = new ArrayList<>();
    for (long n = first; n < total && goOn.getAsBoolean(); n += members.size()) {
      hands.addAll(sendings(member, teller.tell(member.body(), n), n));
      cases.increment();
      if (hands.size() >= FULL_HANDS) {
        send(member, hands);
        hands.clear();
      }
    }
    send(member, hands);
  }

  private List<Sending> sendings(Member member, Story story, long n) {
    return spoiler.sendings(story, n).stream().filter(member.player()::carries).toList();
  }

  private static void send(Member member, List<Sending> sendings) {
    if (!sendings.isEmpty()) {
      member.player().send(List.copyOf(sendings));
      member.ledger().sent(sendings);
    }
  }

  @Override
  public void close() {
    for (Member it : members) {
      it.player().close();
      it.ledger().close();
    }
  }
}
