package licencehub.hub.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import licencehub.hub.witness.Cosignatures.Standing;
import licencehub.hub.witness.WitnessCall.Said;
import licencehub.ledger.AddCheckpoint;
import licencehub.ledger.Proofs;
import licencehub.ledger.WitnessKey;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness and how far it has come. */
final class Asked {
  private static final Logger LOG = LoggerFactory.getLogger(Asked.class);

  /** A witness may name another size once; more would be a game. */
  private static final int TRIES = 2;

  private final WitnessCall call;
  private final Proofs proofs;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long size;
  private volatile @Nullable String trouble;
  private volatile @Nullable Given given;

  private record Given(Checkpoint checkpoint, String lines) {}

  Asked(WitnessCall call, Proofs proofs) {
    this.call = call;
    this.proofs = proofs;
  }

  /** Whether it owes no answer and has not cosigned this checkpoint yet. */
  boolean wants(Checkpoint newest) {
    return !busy.get() && lines(newest).isEmpty();
  }

  /** Its lines for exactly this checkpoint. */
  Optional<String> lines(Checkpoint checkpoint) {
    Given last = given;
    return last != null && last.checkpoint().equals(checkpoint)
        ? Optional.of(last.lines())
        : Optional.empty();
  }

  Standing standing() {
    return new Standing(
        call.witness().name(), size, Optional.ofNullable(trouble).map(it -> Text.of(it, it)));
  }

  /** Asks, and hands on the lines if every key of the witness cosigned. */
  void ask(Checkpoint checkpoint, Consumer<String> taker) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      for (int i = 0; i < TRIES && !asked(checkpoint, taker); i++) {
        LOG.debug("witness {} goes on from {}", call.witness().name(), size);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      troubled(e.toString());
    } finally {
      busy.set(false);
    }
  }

  /** Whether there is nothing more to ask. */
  private boolean asked(Checkpoint checkpoint, Consumer<String> taker) throws InterruptedException {
    long from = size;
    AddCheckpoint asked =
        new AddCheckpoint(from, proofs.consistency(from, checkpoint.size()), checkpoint.note());
    return switch (call.ask(asked)) {
      case Said.No it -> {
        troubled(it.why());
        yield true;
      }
      case Said.Size it when it.size() > checkpoint.size() -> {
        troubled(
            "见证人见过更大的账本，枢纽的账本可能已倒退 the witness has seen "
                + it.size()
                + " entries, more than there are: was the ledger rolled back?");
        yield true;
      }
      case Said.Size it -> {
        size = it.size();
        yield false;
      }
      case Said.Lines it -> {
        taken(checkpoint, it.lines(), taker);
        yield true;
      }
    };
  }

  private void taken(Checkpoint checkpoint, String said, Consumer<String> taker) {
    List<String> good = new ArrayList<>();
    Set<WitnessKey> signed = new HashSet<>();
    for (String line : said.lines().toList()) {
      byte[] note = (checkpoint.note() + line + "\n").getBytes(UTF_8);
      for (WitnessKey key : call.witness().keys()) {
        if (key.cosignedAt(note).isPresent() && signed.add(key)) {
          good.add(line + "\n");
        }
      }
    }
    if (signed.size() < call.witness().keys().size()) {
      troubled("回答的签名不成立 what it answers is not signed with all its keys");
      return;
    }
    size = checkpoint.size();
    given = new Given(checkpoint, String.join("", good));
    trouble = null;
    taker.accept(String.join("", good));
  }

  private void troubled(String why) {
    if (!Objects.equals(trouble, why)) {
      LOG.warn("witness {} did not cosign: {}", call.witness().name(), why);
    }
    trouble = why;
  }
}
