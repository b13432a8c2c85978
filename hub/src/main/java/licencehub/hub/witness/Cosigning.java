package licencehub.hub.witness;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.ledger.Proofs;
import licencehub.ledger.VerifierKey;
import licencehub.library.Library;
import licencehub.model.ledger.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the newest checkpoint cosigned, over and over, beside everything else: it only reads the
 * ledger, so that no witness, slow, dead or hostile, delays a receipt. All witnesses are asked for
 * the same checkpoint; one that still owes an answer is left out until it gave it.
 */
public final class Cosigning implements Cosignatures, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Library library;
  private final CosignedNotes notes;
  private final List<Asked> witnesses;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ExecutorService callers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("witness-", 0).factory());
  private final Semaphore closing = new Semaphore(0);
  private final Thread thread;

  private Cosigning(Library library, VerifierKey ledger, List<WitnessAddress> witnesses) {
    this.library = library;
    this.notes = new CosignedNotes(library.positions(), ledger, witnesses.size());
    Proofs proofs = new Proofs(library.ledger());
    this.witnesses =
        witnesses.stream().map(it -> new Asked(new WitnessCall(http, it), proofs)).toList();
    this.thread = Thread.ofPlatform().name("cosigning").daemon().unstarted(this::run);
  }

  /**
   * @param ledger the key checkpoints are read back by after a restart
   */
  public static Cosigning start(
      Library library, VerifierKey ledger, List<WitnessAddress> witnesses) {
    Cosigning cosigning = new Cosigning(library, ledger, witnesses);
    cosigning.thread.start();
    return cosigning;
  }

  @Override
  public Optional<Checkpoint> newest(int least) {
    return notes.newest(least);
  }

  @Override
  public List<Standing> standings() {
    return witnesses.stream().map(Asked::standing).toList();
  }

  /** Calls under way are given up: what they might still bring is asked for again. */
  @Override
  public void close() {
    closing.release();
    http.shutdownNow();
    callers.shutdownNow();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing.tryAcquire(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          library.ledger().latest().ifPresent(this::round);
        } catch (RuntimeException e) {
          LOG.warn("a round of cosigning ended: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Checkpoint newest) {
    List<Asked> free = witnesses.stream().filter(it -> it.wants(newest)).toList();
    if (!free.isEmpty()) {
      Round round = new Round(newest);
      witnesses.stream()
          .filter(it -> !it.wants(newest))
          .forEach(it -> it.lines(newest).ifPresent(round::quietly));
      free.forEach(it -> callers.execute(() -> it.ask(newest, round::take)));
    }
  }

  /** The lines one checkpoint has got so far. */
  private final class Round {
    private final Checkpoint checkpoint;
    private final List<String> lines = new ArrayList<>();

    Round(Checkpoint checkpoint) {
      this.checkpoint = checkpoint;
    }

    synchronized void quietly(String more) {
      lines.add(more);
    }

    synchronized void take(String more) {
      lines.add(more);
      notes.keep(checkpoint, lines);
    }
  }
}
