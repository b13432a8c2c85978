package licencehub.verification;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CRLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.verification.Evidence.ListFacts;
import licencehub.verification.Evidence.Revocation;
import licencehub.verification.x509.CertificatePath.Link;
import licencehub.verification.x509.RevocationList;
import licencehub.verification.x509.RevocationLists;
import licencehub.verification.x509.RevocationSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists of the authorities, fetched from files and addresses, kept in memory, and
 * replaced only by sound ones that are not older.
 */
public final class Revocations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RevocationLists lists;
  private final List<RevocationSource> sources;
  private final Map<URI, Text> faults = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService background;

  private Revocations(RevocationLists lists, List<RevocationSource> sources) {
    this.lists = lists;
    this.sources = List.copyOf(sources);
  }

  /**
   * How one source stands.
   *
   * @param list the last good list; its age is {@link ListFacts#age}
   * @param fault why the last attempt failed, if it did
   */
  public record Standing(URI source, Optional<ListFacts> list, Optional<Text> fault) {}

  /** No lists at all: for policies that do not ask for revocation. */
  public static Revocations none() {
    return new Revocations(new RevocationLists(List.of()), List.of());
  }

  /**
   * Lists somebody has kept; nothing is fetched.
   *
   * @param trust whose anchors and intermediates may have signed them
   * @throws MalformedValue when one is damaged, or signed by nobody trusted
   */
  public static Revocations holding(Trust trust, List<byte[]> kept) {
    Revocations all = of(trust, List.of());
    for (int i = 0; i < kept.size(); i++) {
      try {
        all.lists.take(URI.create("kept:" + i), kept.get(i));
      } catch (CRLException e) {
        throw MalformedValue.hidden(
            Text.of("吊销列表", "revocation list"),
            Text.of("已损坏，或不是可信机构所签", "is damaged, or signed by nobody trusted: " + e.getMessage()),
            "-----BEGIN X509 CRL-----");
      }
    }
    return all;
  }

  /**
   * Fetches nothing yet.
   *
   * @param trust whose anchors and intermediates may sign lists
   * @param sources file, http or https addresses of lists in DER or PEM
   */
  public static Revocations of(Trust trust, List<URI> sources) {
    return of(trust, sources, PATIENCE);
  }

  static Revocations of(Trust trust, List<URI> sources, Duration patience) {
    return new Revocations(
        new RevocationLists(
            Trust.parsed(
                Stream.concat(trust.anchors().stream(), trust.intermediates().stream()).toList())),
        sources.stream().map(it -> new RevocationSource(it, patience)).toList());
  }

  /** Fetches every source once; one that fails keeps its last good list. */
  public synchronized List<Standing> refresh() {
    for (RevocationSource source : sources) {
      try {
        lists.refresh(source);
        faults.remove(source.uri());
      } catch (IOException | CRLException | RuntimeException e) {
        // Nothing of any kind may end the refreshing in the background.
        LOG.warn("revocation list {} was not taken: {}", source.uri(), e.toString());
        faults.put(
            source.uri(),
            Text.of(
                "吊销列表未能更新，仍用上一份：" + e.getMessage(),
                "the list was not renewed, the last good one stays: " + e.getMessage()));
      }
    }
    return standings();
  }

  /** Refreshes in the background until closed, the first time after one interval. */
  public synchronized Revocations refreshEvery(Duration interval) {
    if (background == null && !sources.isEmpty()) {
      background =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("revocation-lists").factory());
      var unused =
          background.scheduleWithFixedDelay(
              this::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /** How every source stands, in the order configured. */
  public List<Standing> standings() {
    return sources.stream()
        .map(RevocationSource::uri)
        .map(
            it ->
                new Standing(
                    it,
                    Optional.ofNullable(lists.of(it)).map(Revocations::facts),
                    Optional.ofNullable(faults.get(it))))
        .toList();
  }

  /** What is known about one certificate of a path. */
  Revocation about(Link link) {
    RevocationList list = lists.covering(link).orElse(null);
    if (list == null) {
      return new Revocation.Unlisted(link.issuer().x509().getSubjectX500Principal().getName());
    }
    return list.entry(link.certificate())
        .<Revocation>map(it -> new Revocation.Revoked(facts(list), it.at(), it.reason()))
        .orElseGet(() -> new Revocation.Clear(facts(list)));
  }

  /** The list that speaks about a certificate of a path, as its authority signed it. */
  Optional<byte[]> list(Link link) {
    return lists.covering(link).map(RevocationList::der);
  }

  private static ListFacts facts(RevocationList it) {
    return new ListFacts(it.issuer(), it.number(), it.thisUpdate(), it.nextUpdate());
  }

  @Override
  public synchronized void close() {
    if (background != null) {
      background.shutdownNow();
      background = null;
    }
  }
}
